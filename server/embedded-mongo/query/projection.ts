/** Inclusion and exclusion of fields, dotted ones too. Computed fields belong to `$project`. */
import { isPlain, type Doc } from '../doc.js'
import { badValue, MongoError, notHere } from '../errors.js'
import { parsePath } from './paths.js'

export type Project = (doc: Doc) => Doc

/** `true` where the path ends. */
export interface FieldTree {
  [field: string]: FieldTree | true
}

/** Gives undefined for an empty projection: the document goes out as it lies. */
export function compileProjection(projection: unknown): Project | undefined {
  if (projection === undefined) return undefined
  if (!isPlain(projection)) throw badValue('projection must be an object')
  const { _id: idFlag, ...rest } = projection
  const fields = Object.keys(rest)
  if (fields.length === 0 && idFlag === undefined) return undefined

  const including = flagOf(fields[0] ?? '_id', fields.length > 0 ? rest[fields[0] ?? ''] : idFlag)
  const tree = treeOf(fields.filter((field) => flagOf(field, rest[field], including) === including))
  const keepsId = idFlag === undefined || flagOf('_id', idFlag)
  if (keepsId === including) tree._id = true
  return including ? (doc) => include(doc, tree) : (doc) => exclude(doc, tree)
}

function flagOf(field: string, flag: unknown, including?: boolean): boolean {
  if (typeof flag !== 'boolean' && typeof flag !== 'number') {
    if (isPlain(flag))
      throw new MongoError(
        'Location31325',
        `Unknown expression ${Object.keys(flag)[0] ?? '{}'} in the projection of ${field}`,
      )
    throw notHere(`a computed field in a projection (${field})`)
  }
  const wanted = Boolean(flag)
  if (including !== undefined && wanted !== including) {
    throw new MongoError(
      'Location31254',
      `Cannot do ${wanted ? 'inclusion' : 'exclusion'} on field ${field} in ${wanted ? 'exclusion' : 'inclusion'} projection`,
    )
  }
  if (field.includes('$')) throw new MongoError('Location31325', `the projection of ${field} is not supported`)
  return wanted
}

export function treeOf(fields: string[]): FieldTree {
  const tree: FieldTree = {}
  for (const field of fields) addPath(tree, field)
  return tree
}

function addPath(tree: FieldTree, field: string): void {
  const path = parsePath(field)
  const last = path.pop() ?? ''
  let node = tree
  for (const part of path) {
    const next = (node[part] ??= {})
    if (next === true) throw new MongoError('Location31249', `Path collision at ${field}`)
    node = next
  }
  if (node[last] !== undefined) throw new MongoError('Location31249', `Path collision at ${field}`)
  node[last] = true
}

/** A scalar has no fields to include: on the way it is left out, also from arrays. */
export function include(doc: Doc, tree: FieldTree): Doc {
  const kept: Doc = {}
  for (const [field, value] of Object.entries(doc)) {
    const inner = Object.hasOwn(tree, field) ? tree[field] : undefined
    if (inner === undefined) continue
    const part = inner === true ? value : includeIn(value, inner)
    if (part !== undefined) kept[field] = part
  }
  return kept
}

function includeIn(value: unknown, tree: FieldTree): unknown {
  if (Array.isArray(value)) return value.map((item) => includeIn(item, tree)).filter((item) => item !== undefined)
  return isPlain(value) ? include(value, tree) : undefined
}

export function exclude(doc: Doc, tree: FieldTree): Doc {
  const kept: Doc = {}
  for (const [field, value] of Object.entries(doc)) {
    const inner = Object.hasOwn(tree, field) ? tree[field] : undefined
    if (inner !== true) kept[field] = inner === undefined ? value : excludeIn(value, inner)
  }
  return kept
}

function excludeIn(value: unknown, tree: FieldTree): unknown {
  if (Array.isArray(value)) return value.map((item) => excludeIn(item, tree))
  return isPlain(value) ? exclude(value, tree) : value
}
