import { expect } from 'chai'
import { Types } from 'mongoose'
import type { DeletionReceipt, DeletionState, DeletionsForCandidate } from '../../../shared/contracts/retention.js'
import { accessWorld, answerText, type AccessWorld } from '../../../test/builders/access-world.js'
import { acceptedNotice } from '../../../test/builders/accepted-notice.js'
import { resume } from '../../../test/builders/resumes.js'
import { carryOutDeletions } from './carry-out-deletions.job.js'
import { holdsNoPerson, removedWithPerson } from './holdings.js'

const minute = 60_000
const day = 24 * 60 * minute
const openid = 'wx-wang'
const wang = resume()
const asked = { reason: 'asked-by-person', confirmed: true }
const idOf = (id: string) => new Types.ObjectId(id)
const formsOf = (text: string) => [
  text,
  Buffer.from(text).toString('latin1'),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
]
type Answer<Body> = Promise<{ status: number; body: Body & { error?: { code: string } } }>

describe('a person’s data', function () {
  this.timeout(300_000)
  let world: AccessWorld
  const hr = <Body = unknown>(method: string, what = 'deletion', body?: object) =>
    world.callers['hr-admin'].call(
      method,
      `/api/staff/applications/${world.reported.applicationId}/${what}`,
      body,
    ) as Answer<Body>
  const ask = () => hr<DeletionReceipt>('POST', 'deletion', asked)
  const rowsOf = (name: string) => world.product.connection.db!.collection(name)
  const carryOut = () => world.product.runJob('carry-out-deletions')
  const isThere = async () =>
    (await rowsOf('candidates').countDocuments({ _id: idOf(world.reported.candidateId) })) === 1
  const actions = async () =>
    (await rowsOf('auditentries').find({ 'subject.id': world.reported.candidateId }).toArray()).map(
      ({ action }) => action as string,
    )
  const decline = () =>
    world.callers['hr-admin'].call('POST', `/api/staff/decisions/${world.reported.decisionId}`, {
      verdict: 'decline',
      reason: '经验不足',
    })

  /** Everything that lies in the store, as text; bytes as they are. */
  async function everything(): Promise<string> {
    const collections = await world.product.connection.db!.listCollections().toArray()
    const texts = await Promise.all(
      collections.map(async ({ name }) =>
        JSON.stringify(await rowsOf(name).find().toArray(), (_key, value: unknown) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
        ),
      ),
    )
    return texts.join('\n')
  }

  describe('deleted because they asked', () => {
    let receipt: DeletionReceipt
    let backup: { _id: Types.ObjectId }
    let traces: string[]

    before(async () => {
      world = await accessWorld()
      await world.callers['hr-admin'].call('POST', `/api/staff/reports/${world.reported.reportId}/ratings`, {
        questionId: 'x',
        score: 3,
      })
      const { personalData, orgId } = world.product.deps
      const { phoneIndex } = await personalData.tracesOf(orgId, world.reported.candidateId)
      traces = [wang.name, wang.phone, wang.email!, wang.education.school, answerText, phoneIndex!]
      backup = (await rowsOf('candidates').findOne({ _id: idOf(world.reported.candidateId) }))!
    })
    after(() => world.close())

    it('is kept while the law keeps it, with who, when and why, until it is released', async () => {
      await hr('PUT', 'legal-hold', { reason: '有未结的仲裁' })

      const refused = await ask()
      const { body } = await hr<DeletionState>('GET')
      await hr('DELETE', 'legal-hold')

      expect([refused.status, refused.body.error?.code]).to.deep.equal([409, 'legal-hold'])
      expect(body).to.include({ refused: 'legal-hold' })
      expect(body.hold).to.include({ by: '姓名hr-admin', reason: '有未结的仲裁' })
      expect((await hr<DeletionState>('GET')).body).to.deep.equal({})
    })

    it('waits for a letter that is on its way', async () => {
      await decline()
      const refused = await ask()
      await world.product.runJob('carry-out-decisions')

      expect([refused.status, refused.body.error?.code]).to.deep.equal([409, 'decision-being-carried-out'])
    })

    it('goes on where a process died, and is one deletion however often it is asked for', async () => {
      const { personalData, destroyKey, deletions, mediaStore, audit, notifications } = world.product.deps
      receipt = (await ask()).body
      const dying = {
        ...personalData,
        remove: async () => {
          await rowsOf('applications').deleteMany({ candidateId: world.reported.candidateId })
          throw new Error('killed')
        },
      }
      const clock = { now: () => world.product.now() }
      const deps = { destroyKey, deletions, mediaStore, audit, notifications, clock }
      const killed = carryOutDeletions({ ...deps, personalData: dying })
      const end = await killed.then(
        () => 'done',
        (error: Error) => error.message,
      )
      expect(await rowsOf('reports').countDocuments({ _id: idOf(world.reported.reportId) })).to.equal(1)

      world.product.pass(2 * minute)
      await carryOut()

      expect(end).to.equal('killed')
      expect((await ask()).body.id).to.equal(receipt.id)
      expect(receipt).to.include({ why: 'request', reason: 'asked-by-person', by: '姓名hr-admin', done: false })
    })

    it('is in no collection any more', async () => {
      const left = await everything()

      for (const trace of traces) for (const form of formsOf(trace)) expect(left.includes(form), trace).to.equal(false)
      const sessions = await rowsOf('candidatesessions').countDocuments({ openid })
      expect(left.split(`"${openid}"`).length - 1, 'the session of their phone, until it runs out').to.equal(sessions)
      expect(left, 'somebody else’s').to.include('wx-zhou')
    })

    it('opens for nobody from a backup of the rows', async () => {
      const { orgId, candidates } = world.product.deps
      const key = await rowsOf('datakeys').findOne({ _id: `${orgId}:${world.reported.candidateId}` as never })
      await rowsOf('candidates').insertOne(backup)

      expect(await candidates.identityOf(orgId, world.reported.candidateId)).to.equal(undefined)
      expect(key).to.have.property('destroyedAt')
      expect(key).not.to.have.property('wrapped')
    })

    it('is looked for once more a quarter of an hour later; HR and the person have a receipt', async () => {
      world.product.pass(16 * minute)
      await carryOut()

      const { deleted } = (await hr<DeletionState>('GET')).body
      const receipts = '/api/candidate/deletions'
      const own = await (world.callers.candidate as typeof world.runner).call<DeletionsForCandidate>('GET', receipts)
      const others = await world.runner.call<DeletionsForCandidate>('GET', receipts)

      expect(await isThere()).to.equal(false)
      expect(deleted).to.include({ id: receipt.id, done: true })
      expect(deleted!.rows).to.be.greaterThan(10)
      const { id, at, number } = receipt
      const { rows } = deleted!
      expect(own.body.deletions).to.deep.equal([
        { id, number, why: 'request', at, doneAt: world.product.now().toISOString(), applications: 1, rows },
      ])
      expect(others.body.deletions).to.deep.equal([])
      expect(await actions()).to.deep.equal(['person.deleted'])
    })

    it('lets them apply anew, as somebody nobody knows', async () => {
      const { status } = await (world.callers.candidate as typeof world.runner).call(
        'POST',
        '/api/candidate/applications',
        { positionId: 'teller', submissionKey: 'apply-anew-1', resume: wang, notice: acceptedNotice() },
      )

      expect(status).to.equal(200)
    })

    it('lies in collections that all are known', () => {
      const known = [...Object.keys(removedWithPerson), ...Object.keys(holdsNoPerson)]
      const models = Object.values(world.product.connection.models).map((model) => model.collection.name)

      expect(models.filter((name) => !known.includes(name))).to.deep.equal([])
      expect(models.length).to.be.greaterThan(25)
    })
  })

  describe('deleted because the time is up', () => {
    before(async () => {
      world = await accessWorld()
      await decline()
      await world.product.runJob('carry-out-decisions')
    })
    after(() => world.close())
    const sweep = async () => {
      await world.product.runJob('sweep-ended')
      await carryOut()
    }

    it('stays for 180 days after the last application ended', async () => {
      for (let month = 1; month <= 5; month += 1) {
        world.product.pass(30 * day)
        await sweep()
        expect(await isThere(), `after ${month * 30} days`).to.equal(true)
      }
    })

    it('loses cards of the group that name people a month after they went out', async () => {
      const before = new Date(world.product.now().getTime() - 31 * day)

      expect(await rowsOf('messages').countDocuments({ toKind: 'group', settledAt: { $lt: before } })).to.equal(0)
    })

    it('stays longer while the law keeps it', async () => {
      const { legalHolds, orgId } = world.product.deps
      await legalHolds.hold(orgId, world.reported.candidateId, { by: 'm', at: world.product.now(), reason: '仲裁' })
      world.product.pass(31 * day)
      await sweep()

      expect(await isThere()).to.equal(true)
    })

    it('goes once it is released, and that is written down', async () => {
      const { legalHolds, orgId } = world.product.deps
      await legalHolds.release(orgId, world.reported.candidateId)
      await sweep()

      expect(await isThere()).to.equal(false)
      expect(await actions()).to.deep.equal(['person.sweep'])
      expect(await rowsOf('deletions').findOne({ candidateId: world.reported.candidateId })).to.include({
        why: 'retention',
      })
    })

    it('stays where an application goes on', async () => {
      expect(await rowsOf('candidates').countDocuments({ owner: 'wx-zhou' })).to.equal(1)
    })
  })
})
