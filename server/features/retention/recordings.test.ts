import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { productServer, type ProductServer } from '../../../test/builders/product-server.js'
import { agreesToBeRecorded, firstPiece, sha256Of, spokenInterview } from '../../../test/builders/recorded.js'
import { giveConsent, noticeFor } from '../consent/index.js'
import { keepPiece, openPiece } from '../recordings/keep-piece.js'

const day = 86_400_000
const newId = () => randomBytes(12).toString('hex')

describe('recordings', () => {
  let product: ProductServer

  before(async () => void (product = await productServer()))
  after(() => product.close())

  /** Somebody who has recorded something; their id. */
  async function speaker(invitationId = newId()): Promise<string> {
    const { deps } = product
    const ids = { orgId: deps.orgId, candidateId: newId(), invitationId, applicationId: newId() }
    const { interview } = await deps.interviews.insertUnlessBegun(spokenInterview(product.now(), 'voice', ids))
    await agreesToBeRecorded(deps, interview)
    const opened = await openPiece(
      deps,
      { orgId: deps.orgId, id: interview.id },
      { number: 1, take: 1, clip: 1, piece: 1 },
    )
    const bytes = firstPiece()
    await keepPiece(deps, opened, { bytes, sha256: sha256Of(bytes) })
    return ids.candidateId
  }

  const rowsOf = (candidateId: string) => product.connection.collection('recordings').countDocuments({ candidateId })
  const foldersOf = async (candidateId: string) =>
    (await readdir(join(product.dataDir, 'media', product.deps.orgId)).catch(() => [])).filter(
      (name) => name === candidateId,
    )
  const recordings = async (candidateId: string) => [await rowsOf(candidateId), (await foldersOf(candidateId)).length]
  const piecesOf = async (candidateId: string) =>
    (
      await readdir(join(product.dataDir, 'media', product.deps.orgId, candidateId), {
        recursive: true,
        withFileTypes: true,
      })
    ).filter((one) => one.isFile()).length

  it('go with their person, and nobody else’s do', async () => {
    const [theirs, other] = [await speaker(), await speaker()]
    const { deletions, orgId } = product.deps
    const request = { orgId, candidateId: theirs, applicationIds: [], openids: [], at: product.now() }
    await deletions.begin({ ...request, why: 'retention' })
    await product.runJob('carry-out-deletions')

    expect(await recordings(theirs)).to.deep.equal([0, 0])
    expect(await recordings(other)).to.deep.equal([1, 1])
  })

  it('go when the consent to be recorded is taken back, and scores that were agreed to stay', async () => {
    const [invitationId, other] = [newId(), await speaker()]
    const candidateId = await speaker(invitationId)
    const { orgId } = product.deps
    const notice = noticeFor(product.deps.notice, 'interview', { mayRecord: true })
    const choose = (granted: boolean) =>
      giveConsent(product.deps, {
        ...{ orgId, invitationId, candidateId, notice, noticeVersion: notice.version },
        choices: [
          { purpose: 'recording', granted },
          { purpose: 'ai-scoring', granted: true },
        ],
      })
    await choose(true)
    await product.runJob('remove-withdrawn-recordings')
    expect(await recordings(candidateId)).to.deep.equal([1, 1])

    await choose(false)
    expect(await product.deps.consents.claimWithdrawal('ai-scoring', product.now())).to.equal(undefined)
    await product.runJob('remove-withdrawn-recordings')

    expect(await rowsOf(candidateId)).to.equal(0)
    expect(await piecesOf(candidateId)).to.equal(0)
    expect(await recordings(other)).to.deep.equal([1, 1])
    const told = await product.connection.collection('timelineevents').find({ candidateId }).toArray()
    expect(told.map(({ kind }) => kind)).to.include('recordings-removed')
  })

  it('go 30 days after they were made, unless the law keeps them, and that is written down', async () => {
    const [old, held] = [await speaker(), await speaker()]
    const { legalHolds, orgId } = product.deps
    await legalHolds.hold(orgId, held, { by: 'hr', at: product.now(), reason: '有未结的仲裁' })
    product.pass(30 * day)
    const fresh = await speaker()
    await product.runJob('sweep-ended')
    expect(await recordings(old)).to.deep.equal([1, 1])
    product.pass(1)
    await product.runJob('sweep-ended')

    expect(await rowsOf(old)).to.equal(0)
    expect(await piecesOf(old)).to.equal(0)
    for (const one of [held, fresh]) expect(await recordings(one)).to.deep.equal([1, 1])
    const written = await product.connection.collection('auditentries').find({ action: 'recording.sweep' }).toArray()
    expect(written.map(({ actor, result }) => [actor, result])).to.deep.equal([['system', 'done']])

    await legalHolds.release(orgId, held)
    await product.runJob('sweep-ended')
    expect(await rowsOf(held)).to.equal(0)
  })
})
