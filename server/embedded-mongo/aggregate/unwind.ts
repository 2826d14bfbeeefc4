/** $unwind: one document for each element of an array. */
import { isPlain, type Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { parsePath } from '../query/paths.js'
import type { Run } from './stage.js'

interface Unwind {
  path: string[]
  keepsEmpty: boolean
  indexField: string | undefined
}

export function compileUnwind(operand: unknown): Run {
  const unwind = parse(isPlain(operand) ? operand : { path: operand })
  return function* (docs) {
    for (const doc of docs) yield* unwound(doc, unwind)
  }
}

function parse({ path, preserveNullAndEmptyArrays = false, includeArrayIndex, ...unknown }: Doc): Unwind {
  const [surplus] = Object.keys(unknown)
  if (surplus) throw new MongoError('Location28811', `unrecognized option to $unwind stage: ${surplus}`)
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new MongoError('Location28818', "path option to $unwind stage should be prefixed with a '$'")
  if (includeArrayIndex !== undefined && (typeof includeArrayIndex !== 'string' || includeArrayIndex.includes('.'))) {
    throw new MongoError(
      'Location28822',
      'includeArrayIndex option to $unwind stage should be the name of a top-level field',
    )
  }
  return {
    path: parsePath(path.slice(1)),
    keepsEmpty: preserveNullAndEmptyArrays === true,
    indexField: includeArrayIndex,
  }
}

function* unwound(doc: Doc, { path, keepsEmpty, indexField }: Unwind): Generator<Doc> {
  const value = path.reduce<unknown>((node, part) => (isPlain(node) ? node[part] : undefined), doc)
  const index = (at: number | null): Doc => (indexField === undefined ? {} : { [indexField]: at })
  if (Array.isArray(value) && value.length > 0) {
    for (const [at, item] of value.entries()) yield { ...withValue(doc, path, item), ...index(at) }
    return
  }
  if (value !== undefined && value !== null && !Array.isArray(value)) yield { ...doc, ...index(null) }
  else if (keepsEmpty) yield { ...(Array.isArray(value) ? withValue(doc, path, undefined) : doc), ...index(null) }
}

function withValue(doc: Doc, [part = '', ...rest]: readonly string[], value: unknown): Doc {
  const copy = { ...doc }
  const next = rest.length === 0 ? value : withValue(copy[part] as Doc, rest, value)
  if (next === undefined) delete copy[part]
  else copy[part] = next
  return copy
}
