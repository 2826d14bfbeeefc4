import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { auditFolder, reading, segment, type AuditFolder } from '../../../test/builders/audit-folder.js'
import { chained, signedHead, type ChainedEntry } from './audit-chain.js'
import { describeFault } from './audit-fault.js'
import { auditTrail } from './audit-trail.js'
import { headFiles } from './head-files.js'

describe('verifying the audit trail finds', () => {
  let audit: AuditFolder

  beforeEach(async () => {
    audit = await auditFolder()
    await audit.processWrites(5)
  })
  afterEach(() => audit.remove())

  /** Everything from this place on written anew, as somebody would who holds the database but another key. */
  async function recompute(from: number, key: Buffer, change: Partial<ChainedEntry>): Promise<void> {
    const found: ChainedEntry[] = []
    for await (const entry of audit.store.entriesOf(segment)) found.push(entry)
    let before = found[from - 1]!
    for (const entry of found.slice(from)) {
      const { mac: _old, ...rest } = { ...entry, ...(entry.sequence === from && change), prev: before.mac }
      before = chained(key, rest)
      await audit
        .rows()
        .updateOne({ segment, sequence: entry.sequence }, { $set: { ...change, prev: before.prev, mac: before.mac } })
    }
  }

  it('an entry that was changed, field by field', async () => {
    for (const change of [
      { actor: 'm2' },
      { result: 'refused' },
      { 'subject.id': 'x' },
      { at: new Date(0) },
      { orgId: 'o2' },
      { count: 7 },
      { code: 'x' },
    ]) {
      const before = await audit.rows().findOne({ segment, sequence: 3 })
      await audit.rows().updateOne({ segment, sequence: 3 }, { $set: change })

      expect(await audit.faults(), JSON.stringify(change)).to.deep.equal([{ kind: 'changed', segment, sequence: 3 }])
      await audit.rows().replaceOne({ segment, sequence: 3 }, before!)
    }
  })

  it('an entry that was changed at the very end', async () => {
    await audit.rows().updateOne({ segment, sequence: 5 }, { $set: { actor: 'm2' } })

    expect(await audit.faults()).to.deep.equal([{ kind: 'changed', segment, sequence: 5 }])
  })

  it('entries that are missing in between, and says which', async () => {
    await audit.rows().deleteMany({ segment, sequence: { $in: [2, 3] } })

    expect(await audit.faults()).to.deep.equal([{ kind: 'missing', segment, sequence: 2, until: 3 }])
    expect(describeFault((await audit.faults())[0]!)).to.equal(
      '00000001 #2–3  中间有记录被删除 · entries are missing in between',
    )
  })

  it('a gap that was closed by moving up the rest', async () => {
    await audit.rows().deleteOne({ segment, sequence: 3 })
    await audit.rows().updateOne({ segment, sequence: 4 }, { $set: { sequence: 3 } })
    await audit.rows().updateOne({ segment, sequence: 5 }, { $set: { sequence: 4 } })

    const found = await audit.faults()
    expect(found.map(({ kind }) => kind)).to.include('cut-off')
    expect(found).to.deep.include({ kind: 'reordered', segment, sequence: 4, belongsAt: 5 })
  })

  it('two entries that changed places', async () => {
    await audit.rows().updateOne({ segment, sequence: 3 }, { $set: { sequence: 99 } })
    await audit.rows().updateOne({ segment, sequence: 2 }, { $set: { sequence: 3 } })
    await audit.rows().updateOne({ segment, sequence: 99 }, { $set: { sequence: 2 } })

    expect(await audit.faults()).to.deep.equal([
      { kind: 'reordered', segment, sequence: 2, belongsAt: 3 },
      { kind: 'reordered', segment, sequence: 3, belongsAt: 2 },
    ])
  })

  it('a tail that was cut off', async () => {
    await audit.rows().deleteMany({ segment, sequence: { $gte: 4 } })

    expect(await audit.faults()).to.deep.equal([{ kind: 'cut-off', segment, sequence: 4, until: 5 }])
  })

  it('a tail that was cut off together with its head', async () => {
    await audit.rows().deleteMany({ segment, sequence: { $gte: 4 } })
    await rm(audit.headFile())

    expect(await audit.faults()).to.deep.equal([{ kind: 'head-missing', segment }])
  })

  it('a head that somebody wrote without the key', async () => {
    await audit.rows().deleteMany({ segment, sequence: { $gte: 4 } })
    const { opening, mac } = await audit.headOf()
    await writeFile(
      audit.headFile(),
      JSON.stringify(signedHead(randomBytes(32), { segment, opening, sequence: 3, mac })),
    )

    expect(await audit.faults()).to.deep.equal([{ kind: 'head-forged', segment }])
  })

  it('a chain that was computed anew without the key', async () => {
    await recompute(3, randomBytes(32), { actor: 'm2' })

    expect(await audit.faults()).to.deep.equal([{ kind: 'recomputed', segment, sequence: 3 }])
  })

  it('a chain and its head that were computed anew without the key', async () => {
    const key = randomBytes(32)
    await recompute(3, key, { actor: 'm2' })
    const { opening } = await audit.headOf()
    await writeFile(audit.headFile(), JSON.stringify(signedHead(key, { segment, opening, sequence: 5, mac: 'x' })))

    expect((await audit.faults()).map(({ kind }) => kind)).to.deep.equal(['head-forged', 'recomputed'])
  })

  it('a second entry in one place', async () => {
    await audit.rows().dropIndex('segment_1_sequence_1')
    const { _id, ...entry } = (await audit.rows().findOne({ segment, sequence: 3 }))!
    await audit.rows().insertOne({ ...entry, actor: 'm2' })

    expect((await audit.faults()).map(({ kind, sequence }) => `${kind} ${sequence}`)).to.include('twice 3')
  })

  for (const gone of ['00000001', '00000002', '00000003']) {
    it(`a whole segment that is missing: ${gone}`, async () => {
      await audit.processWrites(2)
      await audit.processWrites(2)
      await audit.rows().deleteMany({ segment: gone })

      expect(await audit.faults()).to.deep.include({ kind: 'segment-missing', segment: gone })
    })
  }

  it('a segment in the middle that is missing with its head and its line', async () => {
    await audit.processWrites(2)
    await audit.processWrites(2)
    await audit.rows().deleteMany({ segment: '00000002' })
    await rm(audit.headFile('00000002'))
    const list = join(audit.folder, 'segments.jsonl')
    const lines = (await readFile(list, 'utf8')).split('\n')
    await writeFile(list, lines.filter((line) => !line.includes('00000002')).join('\n'))

    expect(await audit.faults()).to.deep.equal([{ kind: 'segment-missing', segment: '00000002' }])
  })

  it('a segment of another trail in the place of ours', async () => {
    await audit.processWrites(2)
    const other = { ...audit.deps, auditKey: randomBytes(32), heads: headFiles(join(audit.folder, 'other')) }
    await audit.rows().deleteMany({ segment: '00000002' })
    await auditTrail(other).append(reading('forged'))

    expect((await audit.faults()).map(({ kind }) => kind)).to.include.members(['changed', 'cut-off'])
  })
})
