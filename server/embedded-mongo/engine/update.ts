/** An update statement: finds, changes, writes; or inserts what is not there. */
import { ObjectId } from 'bson'
import { copyOf, decode, decodeExact, encodeDoc, type Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import type { SortSpec } from '../order/reach.js'
import { compileUpdate, type CompiledUpdate } from '../update/apply-update.js'
import { hidesNumberTypes } from '../update/hidden-numbers.js'
import { retype } from '../update/numbers.js'
import { upsertSeed } from '../update/upsert-seed.js'
import { find } from './find.js'
import { insertDocument, replaceDocument, type Hit, type Replacement, type Target } from './write-document.js'

export interface UpdateStatement {
  filter: Doc
  update: unknown
  multi?: boolean
  upsert?: boolean
  arrayFilters?: unknown
  sort?: SortSpec
  deadline?: number | undefined
}

export interface UpdateResult {
  matched: number
  modified: number
  /** The _id of an inserted document. */
  upserted?: unknown
  before?: Doc
  after?: Doc
}

export function updateDocuments(target: Target, statement: UpdateStatement): UpdateResult {
  const { filter, multi = false, upsert = false, sort = [], deadline } = statement
  const update = compileUpdate(statement.update, filter, statement.arrayFilters)
  if (multi && update.replaces)
    throw new MongoError('FailedToParse', 'multi update is not supported for replacement-style update')

  // All are found before the first is changed: a document that moves in an index is not met twice.
  const hits = [...find(target.writer, target.collection, { filter, sort, limit: multi ? 0 : 1, deadline })]
  if (hits.length === 0) return upsert ? insertNew(target, filter, update) : { matched: 0, modified: 0 }
  return changeAll(target, hits, update)
}

/** Each document is written whole or not at all; a refusal half-way leaves those before it changed, as in MongoDB. */
function changeAll(target: Target, hits: Hit[], update: CompiledUpdate): UpdateResult {
  let modified = 0
  let after: Doc | undefined
  for (const hit of hits) {
    const next = applied(update, hit)
    const changed = !next.raw.equals(hit.raw)
    if (changed) replaceDocument(target, hit, next)
    after = changed ? next.doc : hit.doc
    if (changed) modified++
  }
  const [first] = hits
  return { matched: hits.length, modified, ...(first && { before: first.doc }), ...(after && { after }) }
}

function applied({ touches, apply }: CompiledUpdate, { doc, raw }: Hit): Replacement {
  const fields = touches ?? new Set(Object.keys(doc))
  const next = apply(copyOfFields(doc, fields), false)
  if (hidesNumberTypes(raw)) return decoded(encodeDoc(retype(next, decodeExact(raw)) as Doc), touches)
  return { raw: encodeDoc(retypeFields(next, doc, fields)), doc: next, touches }
}

const decoded = (raw: Buffer, touches: CompiledUpdate['touches']): Replacement => ({ raw, doc: decode(raw), touches })

/** Shares what `fields` does not name. */
function copyOfFields(doc: Doc, fields: ReadonlySet<string>): Doc {
  const copy = { ...doc }
  for (const field of fields) if (Object.hasOwn(copy, field)) copy[field] = copyOf(copy[field])
  return copy
}

function retypeFields(next: Doc, before: Doc, fields: ReadonlySet<string>): Doc {
  const typed = { ...next }
  for (const field of fields) if (Object.hasOwn(typed, field)) typed[field] = retype(typed[field], before[field])
  return typed
}

function insertNew(target: Target, filter: Doc, update: CompiledUpdate): UpdateResult {
  const seed = upsertSeed(filter)
  const base: Doc = update.replaces ? ('_id' in seed ? { _id: seed._id } : {}) : seed
  const { _id = new ObjectId(), ...rest } = update.apply(base, true)
  const raw = encodeDoc({ _id, ...rest })
  insertDocument(target, raw)
  return { matched: 0, modified: 0, upserted: _id, after: decode(raw) }
}
