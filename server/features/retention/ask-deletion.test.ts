import { expect } from 'chai'
import type { DeletionAsked, DeletionsAsked, DeletionState } from '../../../shared/contracts/retention.js'
import { accessWorld, type AccessWorld } from '../../../test/builders/access-world.js'

const day = 86_400_000

describe('asking in the app that everything is deleted', function () {
  this.timeout(300_000)
  let world: AccessWorld

  before(async () => {
    world = await accessWorld()
  })
  after(() => world.close())

  /** Each time with a session of its own, for weeks go by. */
  const asks = async (method: string, openid = 'wx-wang') =>
    (await world.product.candidate(openid)).call<DeletionAsked>(
      method,
      `/api/candidate/applications/${world.reported.applicationId}/deletion`,
    )
  const hrSees = async () =>
    (
      (await world.callers['hr-admin'].call(
        'GET',
        `/api/staff/applications/${world.reported.applicationId}/deletion`,
      )) as { body: DeletionState }
    ).body
  const groupHeard = () =>
    world.product.connection.db!.collection('groupevents').countDocuments({ kind: 'deletion-asked' })
  const rowsOf = (name: string) => world.product.connection.db!.collection(name)
  async function sweepAfter(days: number) {
    world.product.pass(days * day)
    await world.product.runJob('sweep-ended')
    await world.product.runJob('carry-out-deletions')
  }
  const isThere = async () =>
    (await world.product.deps.candidates.findById(world.product.deps.orgId, world.reported.candidateId)) !== undefined

  it('is nothing that somebody else could ask for', async () => {
    expect((await asks('POST', 'wx-zhang')).status).to.equal(404)
    expect(await groupHeard()).to.equal(0)
  })

  it('stands on a list for whoever carries it out, since when and until when', async () => {
    const list = async (who: 'hr-admin' | 'recruiter' = 'hr-admin') =>
      (await world.callers[who].call('GET', '/api/staff/deletions/asked')) as { status: number; body: DeletionsAsked }
    expect((await list()).body.asked).to.deep.equal([])

    const { at, until } = (await asks('POST')).body
    const { asked } = (await list()).body

    expect(asked).to.have.length(1)
    expect(asked[0]).to.include({ applicationId: world.reported.applicationId, name: '王小明', at, until })
    expect(asked[0]).to.include({ applications: 1 }).and.not.to.have.property('refused')
    expect((await list('recruiter')).status).to.equal(403)
    await asks('DELETE')
    expect((await list()).body.asked).to.deep.equal([])
    await rowsOf('groupevents').deleteMany({ kind: 'deletion-asked' })
  })

  it('says before what follows until when, and tells the group once', async () => {
    const before = (await asks('GET')).body
    const first = (await asks('POST')).body
    const second = (await asks('POST')).body

    expect(before).to.deep.include({ applications: 1 }).and.not.to.have.property('at')
    expect(Date.parse(first.until) - Date.parse(first.at!)).to.equal(15 * day)
    expect(second).to.deep.equal(first)
    expect(await groupHeard()).to.equal(1)
    expect((await hrSees()).asked).to.deep.equal({ at: first.at, until: first.until })
  })

  it('is taken back as long as nothing was deleted', async () => {
    await asks('POST')
    const { body } = await asks('DELETE')
    await sweepAfter(16)

    expect(body).not.to.have.property('at')
    expect(await isThere()).to.equal(true)
  })

  it('waits while the law keeps the file', async () => {
    const { legalHolds, orgId } = world.product.deps
    await legalHolds.hold(orgId, world.reported.candidateId, { by: 'm', at: world.product.now(), reason: '仲裁' })
    const { body } = await asks('POST')
    await sweepAfter(16)
    await legalHolds.release(orgId, world.reported.candidateId)
    await asks('DELETE')

    expect(body).to.include({ refused: 'legal-hold' })
    expect(await isThere()).to.equal(true)
  })

  it('is carried out by itself when nobody has done anything for fifteen days', async () => {
    await asks('POST')
    await sweepAfter(14)
    expect(await isThere()).to.equal(true)
    await sweepAfter(2)

    expect(await isThere()).to.equal(false)
    expect(await rowsOf('deletions').findOne({ candidateId: world.reported.candidateId })).to.include({
      why: 'request',
      reason: 'asked-by-person',
    })
    expect(await rowsOf('deletionrequests').countDocuments()).to.equal(0)
  })
})
