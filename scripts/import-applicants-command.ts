/** What `npm run import:applicants` does: begins to bring in applicants, as the console does; the server's job takes them in. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Type, type Static } from 'typebox'
import {
  ImportApplicants,
  leftOut,
  mostImportBytes,
  type ApplicantImportCheck,
} from '../shared/contracts/applicant-imports.js'
import { formatProblem } from '../server/data-files/file-problem.js'
import { notFound } from '../server/errors.js'
import {
  checkApplicants,
  importApplicants,
  type ApplicantFile,
  type ImportDeps,
} from '../server/features/applicant-import/index.js'
import { checked } from '../server/http/validate.js'

export const usage = `用法 · usage: npm run import:applicants -- [--check] --position teller --basis campus
         --source "校园招聘系统" --told <名单.csv|.xlsx|.json · applicants>
  --check     只检查，不写入 · check only, write nothing
  --position  岗位编号 · id of the position
  --basis     campus | referral | agency | own-site | other：数据从哪里来 · where the data come from
  --source    来源名称，不写人名 · name of the system or company, no person
  --told      这些应聘者已被告知 · these applicants were told`

const { positionId, basis, source, told } = ImportApplicants.properties
const About = Type.Object({ positionId, basis, source, told }, { additionalProperties: false })

interface Call {
  about: Static<typeof About>
  path: string
  checkOnly: boolean
}

interface Deps extends ImportDeps {
  orgId: string
  positionOf: (orgId: string, id: string) => Promise<unknown>
}

interface Said {
  say: (line: string) => void
  complain: (line: string) => void
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/** Undefined when it was called wrongly. @throws AppError invalid-input: a value that no import can have. */
export function readCall(args: readonly string[]): Call | undefined {
  const given = parsed(args)
  const [path, ...others] = given?.positionals ?? []
  if (!given || path === undefined || others.length > 0) return undefined
  const { check = false, position, basis: from, source: called, told: said } = given.values
  if ([position, from, called, said].includes(undefined)) return undefined
  return {
    about: checked(About, { positionId: position, basis: from, source: called, told: said }),
    path,
    checkOnly: check,
  }
}

function parsed(args: readonly string[]) {
  try {
    const options = { position: text, basis: text, source: text, told: flag, check: flag }
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch {
    return undefined
  }
}

/** Returns the code to end with: 1 when something has to be mended. */
export async function importApplicantsCommand(deps: Deps, call: Call, said: Said): Promise<number> {
  const { orgId } = deps
  const { told: _said, ...about } = call.about
  if (!(await deps.positionOf(orgId, about.positionId))) throw notFound('position')
  const bytes = await readFile(call.path).catch(() => undefined)
  if (!bytes || bytes.length > mostImportBytes) {
    said.complain(
      bytes
        ? `文件超过 4 MB · the file is larger than 4 MB: ${call.path}`
        : `没有这个文件 · no such file: ${call.path}`,
    )
    return 1
  }
  const asked: ApplicantFile = {
    ...{ orgId, ...about, by: 'command', via: 'command' },
    file: { name: basename(call.path), bytes },
  }
  const check = await (call.checkOnly ? checkApplicants : importApplicants)(deps, asked)
  return tell(check, call.path, said)
}

function tell(check: ApplicantImportCheck, path: string, { say, complain }: Said): number {
  for (const { heading, use } of check.columns) say(`${use === leftOut ? '不导入 · not imported' : use} ← ${heading}`)
  for (const fault of check.faults) complain(`${formatProblem({ file: path, ...fault })}\n`)
  if (check.faults.length > 0) {
    const { length } = check.faults
    complain(`什么都没有写入，共 ${length} 处需要修改 · nothing was written, ${length} to correct`)
    return 1
  }
  say(`${check.rows} 行没有问题 · ${check.rows} rows without a fault`)
  say(
    check.importId === undefined
      ? '没有写入 · nothing was written'
      : `开始导入，进度和结果在管理台 · begun; progress and result in the console: /console/candidates/import?import=${check.importId}`,
  )
  return 0
}
