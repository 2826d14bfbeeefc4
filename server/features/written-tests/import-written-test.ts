/**
 * Brings in a written test: all of a file or nothing. The same file again changes nothing; a corrected one takes the place of what was
 * known of that test. The interview's score does not move.
 */
import { canonicalJson } from '../../canonical-json.js'
import type { Clock } from '../../ports/clock.js'
import type { ReadTable, TableFile } from '../../tables/read-table.js'
import type { ApplicationStore, CandidateStore } from '../talent/index.js'
import { ownedByBank } from '../talent/index.js'
import type { Fault } from './columns.js'
import { readWrittenTest, type ReadPerson, type Who } from './read-written-test.js'
import { texts } from './texts/index.js'
import type { WrittenTest } from './written-test.js'
import type { WrittenTestStore } from './written-test-store.js'

export interface ImportDeps {
  candidates: Pick<CandidateStore, 'findByShortCode' | 'search' | 'findById'>
  applications: Pick<ApplicationStore, 'listOf'>
  writtenTests: Pick<WrittenTestStore, 'find' | 'save'>
  readTable: (file: TableFile) => Promise<ReadTable>
  clock: Clock
}

export interface WrittenTestFile extends Pick<WrittenTest, 'orgId' | 'testId' | 'title' | 'source' | 'takenOn'> {
  positionId: string
  file: TableFile
  by: string
}

export interface Outcome {
  faults: Fault[]
  new: number
  changed: number
  unchanged: number
}

type Change = 'new' | 'changed' | 'unchanged'

export const checkWrittenTest = (deps: ImportDeps, asked: WrittenTestFile): Promise<Outcome> =>
  bringIn(deps, asked, async () => {})

export const importWrittenTest = (deps: ImportDeps, asked: WrittenTestFile): Promise<Outcome> =>
  bringIn(deps, asked, (test) => deps.writtenTests.save(test))

async function bringIn(
  deps: ImportDeps,
  asked: WrittenTestFile,
  keep: (test: WrittenTest) => Promise<void>,
): Promise<Outcome> {
  const { tests, faults } = await testsIn(deps, asked)
  const counts: Record<Change, number> = { new: 0, changed: 0, unchanged: 0 }
  if (faults.length > 0) return { faults, ...counts }
  for (const test of tests) {
    const change = changeOf(test, await deps.writtenTests.find(test.orgId, test.applicationId, test.testId))
    counts[change] += 1
    if (change !== 'unchanged') await keep(test)
  }
  return { faults: [], ...counts }
}

async function testsIn(deps: ImportDeps, asked: WrittenTestFile): Promise<{ tests: WrittenTest[]; faults: Fault[] }> {
  const table = await deps.readTable(asked.file)
  if (table.kind === 'refused') return { tests: [], faults: [{ line: 1, column: 1, ...texts.file[table.why] }] }
  const { people, faults } = readWrittenTest(table.lines)
  const tests: WrittenTest[] = []
  for (const person of people) {
    const found = await applicationOf(deps, asked, person.who)
    if (typeof found === 'string') faults.push({ line: person.line, column: person.column, ...texts[found] })
    else if (tests.some(({ applicationId }) => applicationId === found.applicationId)) faults.push(twice(person))
    else tests.push(testOf(deps, asked, { ...found, items: person.items }))
  }
  return { tests, faults: faults.sort((one, other) => one.line - other.line || one.column - other.column) }
}

/** By number in one line and by code in another. */
const twice = ({ line, column }: ReadPerson): Fault => ({ line, column, ...texts.itemTwice })

function testOf(
  { clock }: ImportDeps,
  { orgId, testId, title, source, takenOn, by }: WrittenTestFile,
  whose: Pick<WrittenTest, 'candidateId' | 'applicationId' | 'items'>,
): WrittenTest {
  return { orgId, testId, title, source, takenOn, ...whose, importedAt: clock.now(), importedBy: by }
}

const changeOf = (test: WrittenTest, known: WrittenTest | undefined): Change => {
  if (!known) return 'new'
  return canonicalJson(saidIn(test)) === canonicalJson(saidIn(known)) ? 'unchanged' : 'changed'
}
const saidIn = ({ title, source, takenOn, items }: WrittenTest) => ({ title, source, takenOn, items })

type Whose = Pick<WrittenTest, 'candidateId' | 'applicationId'>

async function applicationOf(
  deps: ImportDeps,
  { orgId, positionId }: WrittenTestFile,
  who: Who,
): Promise<Whose | 'unknown' | 'several'> {
  const candidateIds = await filesOf(deps, orgId, who)
  const applications = await deps.applications.listOf(orgId, candidateIds)
  const [first, ...others] = applications.filter((one) => one.positionId === positionId)
  if (!first) return 'unknown'
  return others.length > 0 ? 'several' : { candidateId: first.candidateId, applicationId: first.id }
}

const mostFiles = 10

/** A number that was only claimed is nobody's: whoever typed somebody else's would get their results. */
async function filesOf({ candidates }: ImportDeps, orgId: string, who: Who): Promise<string[]> {
  if ('code' in who) {
    const candidate = await candidates.findByShortCode(orgId, who.code)
    return candidate ? [candidate.id] : []
  }
  const { ids } = await candidates.search(orgId, who.phone, { most: mostFiles, byPhone: true })
  const files = await Promise.all(ids.map((id) => candidates.findById(orgId, id)))
  return files.flatMap((one) => (one && (one.phoneProved || one.owner === ownedByBank) ? [one.id] : []))
}
