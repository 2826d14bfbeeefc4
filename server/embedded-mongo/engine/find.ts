/** Reads the documents of a filter, in order, from the range that the plan chose. */
import { decode, type Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { sortKey, type SortSpec } from '../order/reach.js'
import { compileFilter, type Matcher } from '../query/matcher.js'
import type { Reader } from '../store/store.js'
import { rangeOf, type Collection } from './catalog.js'
import { planFind } from './choose-plan.js'
import { coveredCount } from './covered-count.js'
import type { Plan, Scan } from './plan.js'
import { documentKey, type Hit } from './write-document.js'

export interface FindRequest {
  filter: Doc
  sort?: SortSpec
  skip?: number
  /** 0 means all. */
  limit?: number
  /** On performance.now()'s clock; beyond it the search ends with MaxTimeMSExpired. */
  deadline?: number | undefined
}

interface Row {
  id: Buffer
  raw: Buffer
}

/** A bad filter is an error even where there is no collection. */
export function find(reader: Reader, collection: Collection | undefined, request: FindRequest): Iterable<Hit> {
  const matches = compileFilter(request.filter)
  return collection ? planned(reader, collection, { ...request, matches }) : []
}

/** Planned when the first document is asked for: indexes may have changed since, where other documents of a pipeline came first. */
function* planned(
  reader: Reader,
  collection: Collection,
  { filter, matches, sort = [], skip = 0, limit, deadline }: FindRequest & { matches: Matcher },
): Generator<Hit> {
  const most = limit ? skip + limit : Infinity
  const plan = planFind(collection, filter, sort)
  const hits = matching(candidates(reader, collection, plan), matches, deadline)
  yield* plan.sorted ? window(hits, skip, most) : sorted(hits, sort, { skip, most })
}

export function count(reader: Reader, collection: Collection | undefined, request: FindRequest): number {
  const { skip = 0, limit } = request
  const known = collection && countedByIndex(reader, collection, request.filter)
  if (known !== undefined) {
    const all = Math.max(0, known - skip)
    return limit ? Math.min(all, limit) : all
  }
  let found = 0
  for (const _hit of find(reader, collection, request)) found++
  return found
}

const countedByIndex = (reader: Reader, collection: Collection, filter: Doc): number | undefined =>
  Object.keys(filter).length === 0 ? reader.count(rangeOf(collection.prefix)) : coveredCount(reader, collection, filter)

/** A document met through several branches or several elements of an array counts once. */
function* candidates(reader: Reader, collection: Collection, { scans }: Plan): Generator<Row> {
  const mayRepeat = scans.length > 1 || scans.some(({ index }) => index?.multikey)
  const seen = new Set<string>()
  for (const row of scanned(reader, collection, scans)) {
    const identity = mayRepeat ? row.id.toString('latin1') : ''
    if (!seen.has(identity)) yield row
    if (mayRepeat) seen.add(identity)
  }
}

function* scanned(reader: Reader, collection: Collection, scans: Scan[]): Generator<Row> {
  for (const { index, range, reverse } of scans.flatMap(({ ranges, ...scan }) =>
    ranges.map((range) => ({ ...scan, range })),
  )) {
    for (const [key, value] of reader.scan(range, reverse)) {
      const id = index ? value : key.subarray(collection.prefix.length)
      const raw = index ? reader.get(documentKey(collection, id)) : value
      if (raw) yield { id, raw }
    }
  }
}

const rowsBetweenLooks = 128

function* matching(rows: Iterable<Row>, matches: Matcher, deadline?: number): Generator<Hit> {
  let seen = 0
  for (const { id, raw } of rows) {
    if (deadline !== undefined && ++seen % rowsBetweenLooks === 0 && performance.now() > deadline) {
      throw new MongoError('MaxTimeMSExpired', 'operation exceeded time limit')
    }
    const doc = decode(raw)
    if (matches(doc)) yield { id, raw, doc }
  }
}

function* window(hits: Iterable<Hit>, skip: number, most: number): Generator<Hit> {
  let seen = 0
  for (const hit of hits) {
    if (seen++ >= skip) yield hit
    if (seen >= most) return
  }
}

/** Keeps only as many as are asked for, and their bytes instead of their values: sorting a large collection fits in memory. */
function* sorted(hits: Iterable<Hit>, sort: SortSpec, { skip, most }: { skip: number; most: number }): Generator<Hit> {
  let kept: { key: Buffer; id: Buffer; raw: Buffer }[] = []
  const settle = (): void => {
    kept = kept.sort((a, b) => Buffer.compare(a.key, b.key)).slice(0, most)
  }
  for (const { id, raw, doc } of hits) {
    kept.push({ key: sortKey(doc, sort), id, raw })
    if (kept.length > most * 2 + 1000) settle()
  }
  settle()
  for (const { id, raw } of kept.slice(skip)) yield { id, raw, doc: decode(raw) }
}
