/** An audit trail with its folder, as several processes of one machine share it. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SignedHead } from '../../server/features/audit/audit-chain.js'
import { auditStore } from '../../server/features/audit/audit-store.js'
import { auditTrail } from '../../server/features/audit/audit-trail.js'
import { headFiles } from '../../server/features/audit/head-files.js'
import { verifyAudit } from '../../server/features/audit/verify-audit.js'
import type { AuditEntry } from '../../server/ports/audit-trail.js'
import { testStore } from '../store.js'

const clock = { now: () => new Date('2026-11-22T02:00:00.123Z') }

/** The trail's first segment. */
export const segment = '00000001'

export const reading = (id: string): AuditEntry => ({
  orgId: 'o1',
  actor: 'm1',
  via: 'console',
  action: 'report.read',
  subject: { kind: 'report', id },
  result: 'done',
})

export async function auditFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'audit-'))
  const connection = await testStore()
  const store = auditStore(connection)
  await store.ready()
  const deps = { auditEntries: store, heads: headFiles(folder), auditKey: randomBytes(32), clock }
  const verify = () => verifyAudit(deps, [headFiles(folder)])
  const headFile = (name = segment) => join(folder, `${name}.head.json`)

  return {
    connection,
    folder,
    store,
    deps,
    rows: () => connection.collection('auditentries'),
    verify,
    faults: async () => (await verify()).faults,
    headFile,
    headOf: async (name = segment) => JSON.parse(await readFile(headFile(name), 'utf8')) as SignedHead,
    /** One process that writes so many entries, the opening aside. */
    async processWrites(count: number): Promise<void> {
      const trail = auditTrail(deps)
      for (let index = 1; index <= count; index++) await trail.append(reading(`r${index}`))
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export type AuditFolder = Awaited<ReturnType<typeof auditFolder>>
