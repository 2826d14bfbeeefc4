import { expect } from 'chai'
import { rm } from 'node:fs/promises'
import { auditFolder, reading, segment, type AuditFolder } from '../../../test/builders/audit-folder.js'
import { describeFault } from './audit-fault.js'
import { auditTrail } from './audit-trail.js'
import { doneActs } from './done-acts-store.js'
import { keptHeads } from './head-files.js'
import { faultsAgainst, untold } from './verify-against.js'

const member = 'a'.repeat(24)
const at = new Date('2026-11-22T02:00:00.123Z')

describe('a trail that was emptied together with its folder', () => {
  let audit: AuditFolder
  const found = async () => (await audit.verify()).entries
  const against = async (expected: Parameters<typeof faultsAgainst>[1]) =>
    (await faultsAgainst({ ...audit.deps, auditEntries: audit.store }, expected, await found())).map(({ kind }) => kind)
  const told = () => untold({ auditEntries: audit.store }, doneActs(audit.connection))

  beforeEach(async () => {
    audit = await auditFolder()
    await audit.processWrites(5)
  })
  afterEach(() => audit.remove())

  async function emptied() {
    await audit.rows().deleteMany({})
    await rm(audit.folder, { recursive: true, force: true })
  }

  it('is whole in itself, but not against heads that were kept elsewhere, nor against a number', async () => {
    const kept = keptHeads(JSON.stringify(await audit.headOf()))
    const before = await Promise.all([against({ heads: kept }), against({ entries: 6 })])
    await emptied()

    expect(before).to.deep.equal([[], []])
    expect(await audit.faults()).to.deep.equal([])
    expect(await against({ heads: kept })).to.deep.equal(['not-as-kept'])
    expect(await against({ entries: 6 })).to.deep.equal(['too-few'])
  })

  it('is found by what members did', async () => {
    const trail = auditTrail(audit.deps)
    await trail.append({ ...reading('d'), orgId: 'o1', actor: member, action: 'decision.bulk', result: 'allowed' })
    await audit.connection
      .collection('decisions')
      .insertOne({ orgId: 'o1', decidedBy: member, decidedAt: at, holds: [] })
    await audit.connection
      .collection('decisions')
      .insertOne({ orgId: 'o1', decidedBy: 'rule', decidedAt: at, holds: [] })
    expect(await told()).to.deep.equal([])
    await emptied()

    const faults = await told()

    expect(faults.map(({ kind }) => kind)).to.deep.equal(['untold'])
    expect(describeFault(faults[0]!)).to.match(/^decision [0-9a-f]{24} {2}这件事没有审计记录/)
  })

  for (const [what, collection, row] of [
    ['a hold', 'decisions', { holds: [{ by: member, at }] }],
    [
      'a decision that was taken back',
      'decisions',
      { verdictsTakenBack: [{ by: 'rule', at, takenBackBy: member, takenBackAt: at }] },
    ],
    ['a rating', 'ratings', { by: member, at }],
    ['an answer to an appeal', 'appeals', { answeredBy: member, answeredAt: at }],
    ['an answer to a candidate', 'candidaterequests', { answeredBy: member, answeredAt: at }],
    ['a deletion', 'deletions', { why: 'request', by: member, at }],
  ] as const)
    it(`misses the entry of ${what}`, async () => {
      await audit.connection.collection(collection).insertOne({ orgId: 'o1', ...row })

      expect((await told()).map(({ kind }) => kind)).to.deep.equal(['untold'])
    })

  it('was cut shorter than the head that a log kept', async () => {
    const line = `<110>1 2026-11-22T02:00:00Z host xiaozhao - - - ${JSON.stringify(await audit.headOf())}`
    await audit.rows().deleteMany({ sequence: { $gte: 4 } })

    expect(await against({ heads: keptHeads(`${line}\n`) })).to.deep.equal(['not-as-kept'])
  })

  it('is not vouched for by a head that somebody else signed', async () => {
    const head = { ...(await audit.headOf()), signature: 'x' }

    expect(await against({ heads: keptHeads(`${JSON.stringify(head)}\nno head\n`) })).to.deep.equal([
      'head-forged',
      'head-forged',
    ])
  })
})

describe('an entry about a search', () => {
  it('says what was shown, and keeps a keyed hash of the words', async () => {
    const audit = await auditFolder()
    const trail = auditTrail(audit.deps)
    const search = { ...reading('x'), action: 'candidate.list', count: 2, ids: ['a1', 'a2'] }
    await trail.append({ ...search, searched: '王小明' })
    await trail.append({ ...search, searched: ' 王 小明' })
    await trail.append({ ...search, searched: '李雷' })

    const [one, same, other] = await audit
      .rows()
      .find({ segment, sequence: { $gte: 1 } })
      .sort({ sequence: 1 })
      .toArray()

    expect(one).to.deep.include({ ids: ['a1', 'a2'], count: 2 })
    expect(one!.search).to.equal(same!.search)
    expect(one!.search).not.to.equal(other!.search)
    expect(JSON.stringify(await audit.rows().find().toArray())).not.to.include('王')
    expect(await audit.faults()).to.deep.equal([])
    await audit.rows().updateOne({ segment, sequence: 1 }, { $set: { ids: ['a1'] } })
    expect((await audit.faults()).map(({ kind }) => kind)).to.deep.equal(['changed'])
    await audit.remove()
  })
})
