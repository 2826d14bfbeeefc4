import { expect } from 'chai'
import { readdir, stat, writeFile } from 'node:fs/promises'
import { auditFolder, reading, segment, type AuditFolder } from '../../../test/builders/audit-folder.js'
import { signedHead } from './audit-chain.js'
import type { AuditStore } from './audit-store.js'
import { auditTrail } from './audit-trail.js'
import { headFiles } from './head-files.js'

describe('the audit trail', () => {
  let audit: AuditFolder

  beforeEach(async () => {
    audit = await auditFolder()
  })
  afterEach(() => audit.remove())

  it('is whole after several processes wrote it, also side by side', async () => {
    await audit.processWrites(3)
    const side = [auditTrail(audit.deps), auditTrail(audit.deps), auditTrail(audit.deps)]
    await Promise.all(
      side.flatMap((trail) => Array.from({ length: 20 }, (_, index) => trail.append(reading(`p${index}`)))),
    )

    const found = await audit.verify()

    expect(found).to.deep.equal({ segments: 4, entries: 3 + 60 + 4, faults: [] })
  })

  it('keeps the order in which one process appended', async () => {
    const trail = auditTrail(audit.deps)
    await Promise.all(Array.from({ length: 250 }, (_, index) => trail.append(reading(`r${index}`))))

    const ids: string[] = []
    for await (const { subject } of audit.store.entriesOf(segment)) if (subject) ids.push(subject.id)
    expect(ids).to.deep.equal(Array.from({ length: 250 }, (_, index) => `r${index}`))
  })

  it('takes entries for written that reached the database before the process died', async () => {
    await audit.processWrites(2)
    const early = await audit.headOf()
    await audit.processWrites(0)
    const trail = auditTrail(audit.deps)
    await trail.append(reading('last'))
    const { segment: second, opening } = await audit.headOf('00000002')
    await writeFile(
      audit.headFile('00000002'),
      JSON.stringify(signedHead(audit.deps.auditKey, { segment: second, opening, sequence: 0, mac: opening })),
    )

    expect(early.sequence).to.equal(2)
    expect(await audit.faults()).to.deep.equal([])
  })

  describe('when it cannot be written', () => {
    it('refuses, and goes on without a gap once it can again', async () => {
      let broken = false
      const heads = headFiles(audit.folder)
      const trail = auditTrail({
        ...audit.deps,
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
      expect(await audit.faults()).to.deep.equal([])
    })

    it('opens one segment, however often the folder refuses', async () => {
      let broken = true
      const heads = headFiles(audit.folder)
      const trail = auditTrail({
        ...audit.deps,
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

      expect(await audit.verify()).to.deep.equal({ segments: 1, entries: 2, faults: [] })
    })

    it('goes on after a database that stored but did not answer', async () => {
      let silent = false
      const insert: AuditStore['insert'] = async (entries) => {
        const taken = await audit.store.insert(entries)
        if (silent) throw new Error('no answer')
        return taken
      }
      const trail = auditTrail({ ...audit.deps, auditEntries: { ...audit.store, insert } })
      await trail.append(reading('before'))
      silent = true
      await trail.append(reading('unheard')).catch(() => undefined)
      silent = false
      await trail.append(reading('after'))

      expect(await audit.verify()).to.deep.equal({ segments: 1, entries: 4, faults: [] })
    })

    it('writes nothing more after its own end was cut off', async () => {
      const trail = auditTrail(audit.deps)
      await trail.append(reading('a'))
      await trail.append(reading('b'))
      await audit.rows().deleteOne({ segment, sequence: 2 })
      await audit.rows().insertOne({ segment, sequence: 3, mac: 'in the way' })

      const refused = await trail.append(reading('c')).then(
        () => false,
        () => true,
      )
      await audit.rows().deleteOne({ mac: 'in the way' })
      const again = await trail.append(reading('d')).then(
        () => false,
        () => true,
      )

      expect([refused, again]).to.deep.equal([true, true])
    })
  })

  it('leaves no draft behind, and files that nobody else can read', async () => {
    await audit.processWrites(3)

    expect((await readdir(audit.folder)).sort()).to.deep.equal(['00000001.head.json', 'segments.jsonl'])
    expect((await stat(audit.headFile())).mode & 0o077).to.equal(0)
  })
})
