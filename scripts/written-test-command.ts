/** What `npm run import:written-test` does: brings in results of a written test, all of a file or nothing, as the console does. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Type, type Static } from 'typebox'
import { ImportWrittenTest } from '../shared/contracts/written-tests.js'
import { formatProblem } from '../server/data-files/file-problem.js'
import { notFound } from '../server/errors.js'
import {
  checkWrittenTest,
  importWrittenTest,
  type ImportDeps,
  type WrittenTestFile,
} from '../server/features/written-tests/index.js'
import { checked } from '../server/http/validate.js'
import type { AuditTrail } from '../server/ports/audit-trail.js'
import { enterCommand } from './command-entry.js'

export const usage = `用法 · usage: npm run import:written-test -- [--check] --position teller --test 2026-11 --title "柜面知识"
         --source "测评系统" --taken 2026-11-20 <成绩.csv|.xlsx · results>
  --check     只检查，不写入 · check only, write nothing
  --position  岗位编号 · id of the position
  --test      测验编号，同一个编号再导入一次会替换 · id of the test; the same again takes the place of what was known
  --title     测验名称 · what it is called
  --source    在哪里考的 · where it was taken
  --taken     考试日期 · on which day`

const { testId, title, source, takenOn, positionId } = ImportWrittenTest.properties
const About = Type.Object({ testId, title, source, takenOn, positionId }, { additionalProperties: false })

interface Call {
  about: Static<typeof About>
  path: string
  checkOnly: boolean
}

interface Deps extends ImportDeps {
  orgId: string
  positionOf: (orgId: string, id: string) => Promise<unknown>
  audit: AuditTrail
}

interface Said {
  say: (line: string) => void
  complain: (line: string) => void
}

const text = { type: 'string' } as const

/** Undefined when it was called wrongly. @throws AppError invalid-input: a value that no test can have. */
export function readCall(args: readonly string[]): Call | undefined {
  const given = parsed(args)
  const [path, ...others] = given?.positionals ?? []
  if (!given || path === undefined || others.length > 0) return undefined
  const { check = false, position, test, title: called, source: from, taken } = given.values
  if ([position, test, called, from, taken].includes(undefined)) return undefined
  const about = checked(About, { testId: test, title: called, source: from, takenOn: taken, positionId: position })
  return { about, path, checkOnly: check }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { position: text, test: text, title: text, source: text, taken: text, check: { type: 'boolean' } },
    })
  } catch {
    return undefined
  }
}

const mostBytes = 1_000_000

/** Returns the code to end with: 1 when something has to be mended. */
export async function writtenTestCommand(deps: Deps, call: Call, said: Said): Promise<number> {
  const { orgId } = deps
  const { about, path, checkOnly } = call
  if (!(await deps.positionOf(orgId, about.positionId))) throw notFound('position')
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes || bytes.length > mostBytes) {
    said.complain(
      bytes ? `文件超过 1 MB · the file is larger than 1 MB: ${path}` : `没有这个文件 · no such file: ${path}`,
    )
    return 1
  }
  const asked = { orgId, ...about, by: 'command', file: { name: basename(path), bytes } }
  return bringIn(deps, { asked, path, checkOnly }, said)
}

async function bringIn(
  deps: Deps,
  { asked, path, checkOnly }: { asked: WrittenTestFile; path: string; checkOnly: boolean },
  { say, complain }: Said,
): Promise<number> {
  const looked = await checkWrittenTest(deps, asked)
  if (looked.faults.length > 0) {
    for (const fault of looked.faults) complain(`${formatProblem({ file: path, ...fault })}\n`)
    complain(
      `什么都没有写入，共 ${looked.faults.length} 处需要修改 · nothing was written, ${looked.faults.length} to correct`,
    )
    return 1
  }
  say(`新增 · new ${looked.new}  已更新 · changed ${looked.changed}  没有变化 · unchanged ${looked.unchanged}`)
  if (checkOnly || looked.new + looked.changed === 0) {
    say('检查通过，没有写入 · no faults, nothing was written')
    return 0
  }
  const subject = { kind: 'position', id: asked.positionId }
  await enterCommand(deps, { orgId: asked.orgId, action: 'written-test.import', subject, result: 'allowed' })
  await importWrittenTest(deps, asked)
  say('已导入 · imported')
  return 0
}
