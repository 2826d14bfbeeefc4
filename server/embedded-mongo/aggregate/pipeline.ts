/** Runs an aggregation: leading $match, $sort, $skip and $limit by index, the rest stage by stage. */
import { isPlain, type Doc } from '../doc.js'
import type { Collection } from '../engine/catalog.js'
import { count, find, type FindRequest } from '../engine/find.js'
import type { Hit } from '../engine/write-document.js'
import { parseSort } from '../order/sort.js'
import type { Reader } from '../store/store.js'
import type { Stage } from './stage.js'
import { compileStages, parseStages, stageCount } from './stages.js'
import { lastUnion } from './union.js'

export interface Source {
  reader: Reader
  collection: Collection | undefined
  /** Another one of the same database. */
  other: (name: string) => Collection | undefined
  deadline: number | undefined
}

/** The whole pipeline is checked before the first document is read. */
export function runPipeline(source: Source, pipeline: unknown): Iterable<Doc> {
  return runStages(source, parseStages(pipeline))
}

function runStages(source: Source, stages: Stage[]): Iterable<Doc> {
  const union = lastUnion(stages)
  if (!union) return runAlone(source, stages)
  const { before, coll, pipeline, after } = union
  const own = runStages(source, before)
  const others = runPipeline({ ...source, collection: source.other(coll) }, pipeline)
  return compileStages(after)(oneAfterTheOther(own, others))
}

function* oneAfterTheOther(first: Iterable<Doc>, second: Iterable<Doc>): Generator<Doc> {
  yield* first
  yield* second
}

function runAlone(source: Source, stages: Stage[]): Iterable<Doc> {
  const { request, taken, rest } = pushDown(stages)
  const run = compileStages(rest)
  const withDeadline = { ...request, deadline: source.deadline }
  if (countsAll(rest[0])) {
    compileStages(taken)
    const found = count(source.reader, source.collection, withDeadline)
    return compileStages(rest.slice(1))(found > 0 ? [countRow(rest[0]?.operand as Doc, found)] : [])
  }
  // A lone filter is checked by `find`, which compiles it to use it.
  compileStages(request.filter === taken[0]?.operand ? taken.slice(1) : taken)
  return run(docsOf(find(source.reader, source.collection, withDeadline)))
}

function* docsOf(hits: Iterable<Hit>): Generator<Doc> {
  for (const { doc } of hits) yield doc
}

function pushDown(stages: Stage[]): { request: FindRequest; taken: Stage[]; rest: Stage[] } {
  const rest = [...stages]
  const filters: Doc[] = []
  while (rest[0]?.name === '$match') filters.push(rest.shift()?.operand as Doc)
  const [only] = filters
  const request: FindRequest = {
    filter: filters.length === 1 && only ? only : filters.length === 0 ? {} : { $and: filters },
  }
  if (rest[0]?.name === '$sort') request.sort = parseSort(rest.shift()?.operand)
  if (rest[0]?.name === '$skip') request.skip = stageCount(rest.shift())
  if (rest[0]?.name === '$limit') request.limit = stageCount(rest.shift())
  return { request, taken: stages.slice(0, stages.length - rest.length), rest }
}

/** What `countDocuments` sends: `{$group: {_id: 1, n: {$sum: 1}}}`. It needs no documents. */
function countsAll(stage: Stage | undefined): boolean {
  if (stage?.name !== '$group' || !isPlain(stage.operand)) return false
  const { _id, ...sums } = stage.operand
  if (_id !== null && typeof _id !== 'number') return false
  return Object.values(sums).every((sum) => isPlain(sum) && Object.keys(sum).join() === '$sum' && sum.$sum === 1)
}

function countRow({ _id, ...sums }: Doc, found: number): Doc {
  return { _id, ...Object.fromEntries(Object.keys(sums).map((field) => [field, found])) }
}
