import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from 'mongoose'
import type { AuditEntry } from '../../ports/audit-trail.js'
import { testStore } from '../../../test/store.js'
import { chained, signedHead, type ChainedEntry, type SignedHead } from './audit-chain.js'
import { describeFault } from './audit-fault.js'
import { auditStore, type AuditStore } from './audit-store.js'
import { auditTrail, type TrailDeps } from './audit-trail.js'
import { headFiles } from './head-files.js'
import { verifyAudit } from './verify-audit.js'

const clock = { now: () => new Date('2026-11-22T02:00:00.123Z') }
const reading = (id: string): AuditEntry => ({
  orgId: 'o1',
  actor: 'm1',
  via: 'console',
  action: 'report.read',
  subject: { kind: 'report', id },
  result: 'done',
})
const segment = '00000001'

describe('the audit trail', () => {
  let folder: string
  let connection: Connection
  let store: AuditStore
  let deps: TrailDeps & { auditEntries: AuditStore }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'audit-'))
    connection = await testStore()
    store = auditStore(connection)
    await store.ready()
    deps = { auditEntries: store, heads: headFiles(folder), auditKey: randomBytes(32), clock }
  })
  afterEach(() => rm(folder, { recursive: true }))

  const rows = () => connection.collection('auditentries')
  const verify = () => verifyAudit(deps, [headFiles(folder)])
  const faults = async () => (await verify()).faults
  const headFile = (name = segment) => join(folder, `${name}.head.json`)
  const headOf = async (name = segment) => JSON.parse(await readFile(headFile(name), 'utf8')) as SignedHead

  /** One process that writes so many entries, the opening aside. */
  async function processWrites(count: number): Promise<void> {
    const trail = auditTrail(deps)
    for (let index = 1; index <= count; index++) await trail.append(reading(`r${index}`))
  }

  /** Everything from this place on written anew, as somebody would who holds the database but another key. */
  async function recompute(from: number, key: Buffer, change: Partial<ChainedEntry>): Promise<void> {
    const found: ChainedEntry[] = []
    for await (const entry of store.entriesOf(segment)) found.push(entry)
    let before = found[from - 1]!
    for (const entry of found.slice(from)) {
      const { mac: _old, ...rest } = { ...entry, ...(entry.sequence === from && change), prev: before.mac }
      before = chained(key, rest)
      await rows().updateOne(
        { segment, sequence: entry.sequence },
        { $set: { ...change, prev: before.prev, mac: before.mac } },
      )
    }
  }

  it('is whole after several processes wrote it, also side by side', async () => {
    await processWrites(3)
    const side = [auditTrail(deps), auditTrail(deps), auditTrail(deps)]
    await Promise.all(
      side.flatMap((trail) => Array.from({ length: 20 }, (_, index) => trail.append(reading(`p${index}`)))),
    )

    const found = await verify()

    expect(found).to.deep.equal({ segments: 4, entries: 3 + 60 + 4, faults: [] })
  })

  it('keeps the order in which one process appended', async () => {
    const trail = auditTrail(deps)
    await Promise.all(Array.from({ length: 250 }, (_, index) => trail.append(reading(`r${index}`))))

    const ids: string[] = []
    for await (const { subject } of store.entriesOf(segment)) if (subject) ids.push(subject.id)
    expect(ids).to.deep.equal(Array.from({ length: 250 }, (_, index) => `r${index}`))
  })

  it('takes entries for written that reached the database before the process died', async () => {
    await processWrites(2)
    const early = await headOf()
    await processWrites(0)
    const trail = auditTrail(deps)
    await trail.append(reading('last'))
    const { segment: second, opening } = await headOf('00000002')
    await writeFile(
      headFile('00000002'),
      JSON.stringify(signedHead(deps.auditKey, { segment: second, opening, sequence: 0, mac: opening })),
    )

    expect(early.sequence).to.equal(2)
    expect(await faults()).to.deep.equal([])
  })

  describe('finds', () => {
    beforeEach(() => processWrites(5))

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
        const before = await rows().findOne({ segment, sequence: 3 })
        await rows().updateOne({ segment, sequence: 3 }, { $set: change })

        expect(await faults(), JSON.stringify(change)).to.deep.equal([{ kind: 'changed', segment, sequence: 3 }])
        await rows().replaceOne({ segment, sequence: 3 }, before!)
      }
    })

    it('an entry that was changed at the very end', async () => {
      await rows().updateOne({ segment, sequence: 5 }, { $set: { actor: 'm2' } })

      expect(await faults()).to.deep.equal([{ kind: 'changed', segment, sequence: 5 }])
    })

    it('entries that are missing in between, and says which', async () => {
      await rows().deleteMany({ segment, sequence: { $in: [2, 3] } })

      expect(await faults()).to.deep.equal([{ kind: 'missing', segment, sequence: 2, until: 3 }])
      expect(describeFault((await faults())[0]!)).to.equal(
        '00000001 #2–3  中间有记录被删除 · entries are missing in between',
      )
    })

    it('a gap that was closed by moving up the rest', async () => {
      await rows().deleteOne({ segment, sequence: 3 })
      await rows().updateOne({ segment, sequence: 4 }, { $set: { sequence: 3 } })
      await rows().updateOne({ segment, sequence: 5 }, { $set: { sequence: 4 } })

      const found = await faults()
      expect(found.map(({ kind }) => kind)).to.include('cut-off')
      expect(found).to.deep.include({ kind: 'reordered', segment, sequence: 4, belongsAt: 5 })
    })

    it('two entries that changed places', async () => {
      await rows().updateOne({ segment, sequence: 3 }, { $set: { sequence: 99 } })
      await rows().updateOne({ segment, sequence: 2 }, { $set: { sequence: 3 } })
      await rows().updateOne({ segment, sequence: 99 }, { $set: { sequence: 2 } })

      expect(await faults()).to.deep.equal([
        { kind: 'reordered', segment, sequence: 2, belongsAt: 3 },
        { kind: 'reordered', segment, sequence: 3, belongsAt: 2 },
      ])
    })

    it('a tail that was cut off', async () => {
      await rows().deleteMany({ segment, sequence: { $gte: 4 } })

      expect(await faults()).to.deep.equal([{ kind: 'cut-off', segment, sequence: 4, until: 5 }])
    })

    it('a tail that was cut off together with its head', async () => {
      await rows().deleteMany({ segment, sequence: { $gte: 4 } })
      await rm(headFile())

      expect(await faults()).to.deep.equal([{ kind: 'head-missing', segment }])
    })

    it('a head that somebody wrote without the key', async () => {
      await rows().deleteMany({ segment, sequence: { $gte: 4 } })
      const { opening, mac } = await headOf()
      await writeFile(headFile(), JSON.stringify(signedHead(randomBytes(32), { segment, opening, sequence: 3, mac })))

      expect(await faults()).to.deep.equal([{ kind: 'head-forged', segment }])
    })

    it('a chain that was computed anew without the key', async () => {
      await recompute(3, randomBytes(32), { actor: 'm2' })

      expect(await faults()).to.deep.equal([{ kind: 'recomputed', segment, sequence: 3 }])
    })

    it('a chain and its head that were computed anew without the key', async () => {
      const key = randomBytes(32)
      await recompute(3, key, { actor: 'm2' })
      const { opening } = await headOf()
      await writeFile(headFile(), JSON.stringify(signedHead(key, { segment, opening, sequence: 5, mac: 'x' })))

      expect((await faults()).map(({ kind }) => kind)).to.deep.equal(['head-forged', 'recomputed'])
    })

    it('a second entry in one place', async () => {
      await rows().dropIndex('segment_1_sequence_1')
      const { _id, ...entry } = (await rows().findOne({ segment, sequence: 3 }))!
      await rows().insertOne({ ...entry, actor: 'm2' })

      expect((await faults()).map(({ kind, sequence }) => `${kind} ${sequence}`)).to.include('twice 3')
    })

    for (const gone of ['00000001', '00000002', '00000003']) {
      it(`a whole segment that is missing: ${gone}`, async () => {
        await processWrites(2)
        await processWrites(2)
        await rows().deleteMany({ segment: gone })

        expect(await faults()).to.deep.include({ kind: 'segment-missing', segment: gone })
      })
    }

    it('a segment in the middle that is missing with its head and its line', async () => {
      await processWrites(2)
      await processWrites(2)
      await rows().deleteMany({ segment: '00000002' })
      await rm(headFile('00000002'))
      const list = join(folder, 'segments.jsonl')
      const lines = (await readFile(list, 'utf8')).split('\n')
      await writeFile(list, lines.filter((line) => !line.includes('00000002')).join('\n'))

      expect(await faults()).to.deep.equal([{ kind: 'segment-missing', segment: '00000002' }])
    })

    it('a segment of another trail in the place of ours', async () => {
      await processWrites(2)
      const other: TrailDeps = { ...deps, auditKey: randomBytes(32), heads: headFiles(join(folder, 'other')) }
      await rows().deleteMany({ segment: '00000002' })
      await auditTrail(other).append(reading('forged'))

      expect((await faults()).map(({ kind }) => kind)).to.include.members(['changed', 'cut-off'])
    })
  })

  describe('when it cannot be written', () => {
    it('refuses, and goes on without a gap once it can again', async () => {
      let broken = false
      const heads = headFiles(folder)
      const trail = auditTrail({
        ...deps,
        heads: {
          ...heads,
          writeHead: async (head) => {
            if (broken) throw new Error('disk full')
            await heads.writeHead(head)
          },
        },
      })
      await trail.append(reading('before'))
      broken = true

      const [first, second] = await Promise.allSettled([
        trail.append(reading('lost-1')),
        trail.append(reading('lost-2')),
      ])
      broken = false
      await trail.append(reading('after'))

      expect([first, second].map((outcome) => outcome.status)).to.deep.equal(['rejected', 'rejected'])
      expect(first).to.have.nested.property('reason.status', 503)
      expect(first).to.have.nested.property('reason.code', 'audit-unavailable')
      expect(await faults()).to.deep.equal([])
    })

    it('opens one segment, however often the folder refuses', async () => {
      let broken = true
      const heads = headFiles(folder)
      const trail = auditTrail({
        ...deps,
        heads: {
          ...heads,
          writeHead: async (head) => {
            if (broken) throw new Error('no')
            await heads.writeHead(head)
          },
        },
      })
      for (const id of ['a', 'b', 'c']) await trail.append(reading(id)).catch(() => undefined)
      broken = false
      await trail.append(reading('d'))

      expect(await verify()).to.deep.equal({ segments: 1, entries: 2, faults: [] })
    })

    it('goes on after a database that stored but did not answer', async () => {
      let silent = false
      const insert: AuditStore['insert'] = async (entries) => {
        const taken = await store.insert(entries)
        if (silent) throw new Error('no answer')
        return taken
      }
      const trail = auditTrail({ ...deps, auditEntries: { ...store, insert } })
      await trail.append(reading('before'))
      silent = true
      await trail.append(reading('unheard')).catch(() => undefined)
      silent = false
      await trail.append(reading('after'))

      expect(await verify()).to.deep.equal({ segments: 1, entries: 4, faults: [] })
    })

    it('writes nothing more after its own end was cut off', async () => {
      const trail = auditTrail(deps)
      await trail.append(reading('a'))
      await trail.append(reading('b'))
      await rows().deleteOne({ segment, sequence: 2 })
      await rows().insertOne({ segment, sequence: 3, mac: 'in the way' })

      const refused = await trail.append(reading('c')).then(
        () => false,
        () => true,
      )
      await rows().deleteOne({ mac: 'in the way' })
      const again = await trail.append(reading('d')).then(
        () => false,
        () => true,
      )

      expect([refused, again]).to.deep.equal([true, true])
    })
  })

  it('leaves no draft behind, and files that nobody else can read', async () => {
    await processWrites(3)

    expect((await readdir(folder)).sort()).to.deep.equal(['00000001.head.json', 'segments.jsonl'])
    expect((await stat(headFile())).mode & 0o077).to.equal(0)
  })
})
