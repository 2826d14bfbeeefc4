/**
 * `npm run audit:verify [-- --heads FOLDER …]`: reads the whole audit trail beside the running server and says in words what is not as
 * it was written, and where; ends with 1 then. `--heads` adds the `audit` folder of another machine that writes into the same database.
 * `--expect N`: at least so many entries; `--expect FILE`: heads that were kept elsewhere (AUDIT_HEADS_TO). What members did is held
 * against the trail as well: an emptied one is not whole.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../server/config.js'
import { openEmbeddedMongo } from '../server/embedded-mongo/index.js'
import {
  auditStore,
  describeFault,
  doneActs,
  faultsAgainst,
  headFiles,
  keptHeads,
  untold,
  verifyAudit,
  type AuditFindings,
  type Expected,
} from '../server/features/audit/index.js'
import { connectStore } from '../server/mongo/connection.js'
import { loadKeyRing } from '../server/mongo/key-ring.js'
import { runCommand } from './demo/command.js'

const mostShown = 100

runCommand(async () => {
  const { values } = parseArgs({
    options: {
      heads: { type: 'string', multiple: true, default: [] },
      expect: { type: 'string', multiple: true, default: [] },
    },
  })
  const expected = await Promise.all(values.expect.map(expectedOf))
  const config = readConfig(process.env)
  const folders = [join(config.dataDir, 'audit'), ...values.heads].map(headFiles)
  const auditKey = (await loadKeyRing(config.keys)).derive('audit')
  const embedded = config.mongodbUri ? undefined : await openEmbeddedMongo({ dataDir: join(config.dataDir, 'store') })
  const connection = await connectStore(config.mongodbUri ?? embedded!.uri, config.dbName)
  try {
    const deps = { auditEntries: auditStore(connection), auditKey }
    const found = await verifyAudit(deps, folders)
    for (const one of expected) found.faults.push(...(await faultsAgainst(deps, one, found.entries)))
    found.faults.push(...(await untold(deps, doneActs(connection))))
    tell(found)
  } finally {
    await connection.close()
    await embedded?.close()
  }
})

/** A number: at least so many entries. Otherwise a file with heads that were kept elsewhere. */
async function expectedOf(given: string): Promise<Expected> {
  if (/^\d+$/.test(given)) return { entries: Number(given) }
  return { heads: keptHeads(await readFile(given, 'utf8')) }
}

function tell({ segments, entries, faults }: AuditFindings): void {
  const size = `${segments} 段 segments, ${entries} 条 entries`
  if (faults.length === 0) return console.log(`审计记录完整 · the audit trail is intact: ${size}`)

  process.exitCode = 1
  console.log(`审计记录有 ${faults.length} 处不对 · ${faults.length} fault(s) in the audit trail (${size}):`)
  for (const fault of faults.slice(0, mostShown)) console.log(`  ${describeFault(fault)}`)
  if (faults.length > mostShown)
    console.log(`  … 另有 ${faults.length - mostShown} 处 · and ${faults.length - mostShown} more`)
}
