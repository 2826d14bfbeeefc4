/** What `npm run import` does: brings edited data files into the store, all or none. Returns the code to end with. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Connection } from 'mongoose'
import { readConfig, type Config } from '../server/config.js'
import type { Env } from '../server/read-settings.js'
import { collectFiles } from '../server/data-files/collect-files.js'
import { storedKinds } from '../server/data-files/file-kind.js'
import { formatProblem, type FileProblem } from '../server/data-files/file-problem.js'
import { openEmbeddedMongo } from '../server/embedded-mongo/index.js'
import { AppError } from '../server/errors.js'
import { organisationKind, organisationStore } from '../server/features/accounts/index.js'
import { auditStore, auditTrail, headFiles } from '../server/features/audit/index.js'
import { messageTextStore, messagesKind } from '../server/features/notifications/index.js'
import { positionKind, positionStore } from '../server/features/positions/index.js'
import { importFiles, nothingStored, type Change, type ImportDeps } from '../server/features/configuration/index.js'
import { questionBankKind, questionBankStore } from '../server/features/question-bank/index.js'
import { connectStore } from '../server/mongo/connection.js'
import { loadKeyRing } from '../server/mongo/key-ring.js'
import type { AuditTrail } from '../server/ports/audit-trail.js'
import { systemClock } from '../server/ports/clock.js'
import { enterCommand } from './command-entry.js'

const usage = `用法 · usage: npm run import -- [--check] [--org ID] <文件或文件夹 · files or folders …>
  --check  只检查，不写入 · check only, write nothing
  --org    机构编号，有多个机构时需要 · organisation, needed when there are several`

const said: Record<Change['change'], string> = {
  new: '新增 · new',
  changed: '已更新 · changed',
  unchanged: '没有变化 · unchanged',
}

/** Not from the wiring: that would read the whole product first. */
const fileKinds = [organisationKind, messagesKind, questionBankKind, positionKind]

interface Call {
  paths: string[]
  checkOnly: boolean
  orgId?: string
}

interface Command {
  args: readonly string[]
  env: Env
  /** A line for whoever called it; a complaint is for stderr. */
  say: (line: string) => void
  complain: (line: string) => void
}

interface Opened {
  deps: ImportDeps & { audit?: AuditTrail }
  close: () => Promise<void>
}

/** 1 when something has to be mended, 2 when it was called wrongly. */
export async function importCommand(command: Command): Promise<number> {
  const call = readCall(command.args)
  if (!call) {
    command.complain(usage)
    return 2
  }
  return run(call, command).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    command.complain(error.message)
    return 1
  })
}

function readCall(args: readonly string[]): Call | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { check: { type: 'boolean' }, org: { type: 'string' } },
    })
    if (positionals.length === 0) return undefined
    return { paths: positionals, checkOnly: values.check ?? false, ...(values.org && { orgId: values.org }) }
  } catch {
    return undefined
  }
}

async function run({ paths, checkOnly, orgId }: Call, command: Command): Promise<number> {
  const { files, problems } = await collectFiles(paths)
  const mayWrite = !checkOnly && problems.length === 0
  const { deps, close } = await openDeps(readConfig(command.env), mayWrite)
  try {
    const outcome = await importFiles(deps, {
      files,
      checkOnly: !mayWrite,
      ...(orgId && { orgId }),
      beforeWriting: (owner, changes) => enterEach(deps, owner, changes),
    })
    const faults = [...problems, ...(outcome.kind === 'refused' ? outcome.problems : [])]
    if (outcome.kind === 'refused' || faults.length > 0) return refuse(faults, command)

    return report(outcome.changes, checkOnly, command)
  } finally {
    await close()
  }
}

/** As saving in the console: an entry a file, before anything is written. */
async function enterEach({ audit }: Opened['deps'], orgId: string, changes: readonly Change[]): Promise<void> {
  if (!audit) throw new Error('nothing is written without an audit trail')
  for (const { kind, id } of changes)
    await enterCommand({ audit }, { orgId, action: 'file.save', subject: { kind, id }, result: 'allowed' })
}

async function openAudit(config: Config, connection: Connection): Promise<AuditTrail> {
  const auditEntries = auditStore(connection)
  await auditEntries.ready()
  const auditKey = (await loadKeyRing(config.keys)).derive('audit')
  return auditTrail({ auditEntries, heads: headFiles(join(config.dataDir, 'audit')), auditKey, clock: systemClock })
}

/** A check on a machine that has no store yet leaves none behind. */
async function openDeps(config: Config, mayWrite: boolean): Promise<Opened> {
  const dataDir = join(config.dataDir, 'store')
  if (!mayWrite && !config.mongodbUri && !existsSync(dataDir))
    return { deps: nothingStored(fileKinds, systemClock), close: async () => {} }

  const embedded = config.mongodbUri ? undefined : await openEmbeddedMongo({ dataDir })
  const connection = await connectStore(config.mongodbUri ?? embedded?.uri ?? '', config.dbName)
  const stores = {
    organisations: organisationStore(connection),
    positions: positionStore(connection),
    banks: questionBankStore(connection),
    messageTexts: messageTextStore(connection),
  }
  if (mayWrite) await Promise.all(Object.values(stores).map((store) => store.ready()))
  const deps = {
    fileKinds: storedKinds(fileKinds, stores),
    clock: systemClock,
    ...(mayWrite && { audit: await openAudit(config, connection) }),
  }

  return {
    deps,
    async close() {
      await connection.close()
      await embedded?.close()
    },
  }
}

function report(changes: readonly Change[], checkOnly: boolean, { say }: Command): number {
  for (const { path, label, change } of changes) say(`${path}  ${label}  ${said[change]}`)
  const written = !checkOnly && changes.some(({ change }) => change !== 'unchanged')
  say(written ? '已导入 · imported' : '检查通过，没有写入 · no faults, nothing was written')
  return 0
}

function refuse(problems: readonly FileProblem[], { complain }: Command): number {
  for (const problem of problems) complain(`${formatProblem(problem)}\n`)
  complain(`什么都没有写入，共 ${problems.length} 处需要修改 · nothing was written, ${problems.length} to correct`)
  return 1
}
