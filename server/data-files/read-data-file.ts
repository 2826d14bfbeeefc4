/** One data file: YAML, its kind, its schema, and where each of its values stands. */
import { Ajv, type ValidateFunction } from 'ajv'
import { MessagesFile } from '../../shared/contracts/message-texts.js'
import { OrganisationFile } from '../../shared/contracts/organisation.js'
import { PositionFile } from '../../shared/contracts/positions.js'
import { QuestionBankFile } from '../../shared/contracts/question-bank.js'
import { addStrictFormats } from '../strict-formats.js'
import type { FileProblem, Finding } from './file-problem.js'
import { parseYaml, type Locate } from './parse-yaml.js'
import { schemaFinding } from './schema-finding.js'
import { texts } from './texts/index.js'

export interface DataFile {
  path: string
  text: string
}

export type AnyDataFile = OrganisationFile | QuestionBankFile | PositionFile | MessagesFile

export interface ReadFile<Content extends AnyDataFile = AnyDataFile> {
  path: string
  content: Content
  locate: Locate
}

export type Reading = { kind: 'read'; file: ReadFile } | { kind: 'refused'; problems: FileProblem[] }

const ajv = new Ajv({ allErrors: true, useDefaults: true })
addStrictFormats(ajv)

const contracts = new Map(
  [OrganisationFile, QuestionBankFile, PositionFile, MessagesFile].map((contract) => [
    contract.properties.kind.const as string,
    contract,
  ]),
)

/** What was read of a file, for as long as somebody has the file: a start looks at the data that comes with the product twice. */
const readings = new WeakMap<DataFile, Reading>()

export function readDataFile(file: DataFile): Reading {
  const reading = readings.get(file) ?? readAnew(file)
  readings.set(file, reading)
  return reading
}

/** For who read it somewhere else. */
export const keepReading = (file: DataFile, reading: Reading): void => void readings.set(file, reading)

/** What was read of it when the product was built. Its text is looked at only when a value's place in it is asked for. */
export function keepContent(file: DataFile, content: AnyDataFile): void {
  const { path, text } = file
  let located: Locate | undefined
  const locate: Locate = (at, atKey) => (located ??= locateIn(path, text))(at, atKey)
  keepReading(file, { kind: 'read', file: { path, content, locate } })
}

function locateIn(path: string, text: string): Locate {
  const parsed = parseYaml(path, text)
  return parsed.kind === 'parsed' ? parsed.locate : () => ({ line: 1, column: 1 })
}

function readAnew({ path, text }: DataFile): Reading {
  const parsed = parseYaml(path, text)
  if (parsed.kind === 'broken') return { kind: 'refused', problems: parsed.problems }

  const { data, locate } = parsed
  const contract = contracts.get(kindOf(data))
  if (!contract) return { kind: 'refused', problems: problemsAt({ path, locate }, [unknownKind]) }
  const check: ValidateFunction = ajv.compile(contract) // which ajv does once for each
  if (!check(data)) return { kind: 'refused', problems: problemsAt({ path, locate }, findingsOf(check)) }

  return { kind: 'read', file: { path, content: data as AnyDataFile, locate } }
}

/** To look up where one stands takes time by the size of what is around it. */
const mostFindings = 100
const findingsOf = ({ errors }: ValidateFunction): Finding[] => (errors ?? []).slice(0, mostFindings).map(schemaFinding)

export function problemsAt(
  { path, locate }: Pick<ReadFile, 'path' | 'locate'>,
  findings: readonly Finding[],
): FileProblem[] {
  return findings.map(({ atKey, ...finding }) => ({ file: path, ...locate(finding.at, atKey), ...finding }))
}

function kindOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'kind' in data ? String(data.kind) : ''
}

const unknownKind: Finding = {
  at: ['kind'],
  message: texts.unknownKind.message,
  fix: texts.unknownKind.fix([...contracts.keys()]),
}
