/** The document an upsert begins with: what the filter says by equality. */
import { isOperators, isPlain, type Doc } from '../doc.js'
import { badValue } from '../errors.js'
import { parsePath } from '../query/paths.js'
import { isRegex } from '../query/regex.js'

export function upsertSeed(filter: Doc): Doc {
  const seed: Doc = {}
  for (const [path, value] of equalities(filter)) setPath(seed, parsePath(path), value)
  return seed
}

function equalities(filter: Doc): [string, unknown][] {
  return Object.entries(filter).flatMap(([key, condition]): [string, unknown][] => {
    if (key === '$and') return (condition as Doc[]).flatMap(equalities)
    if (key === '$or' && (condition as Doc[]).length === 1) return (condition as Doc[]).flatMap(equalities)
    if (key.startsWith('$') || isRegex(condition)) return []
    if (!isOperators(condition)) return [[key, condition]]
    return operatorEqualities(key, condition)
  })
}

function operatorEqualities(key: string, { $eq, $in, $all }: Doc): [string, unknown][] {
  if ($eq !== undefined) return [[key, $eq]]
  const single = [$in, $all].find((list) => Array.isArray(list) && list.length === 1) as unknown[] | undefined
  return single && !isRegex(single[0]) && !isOperators(single[0]) ? [[key, single[0]]] : []
}

function setPath(seed: Doc, path: string[], value: unknown): void {
  const last = path.pop() ?? ''
  let node = seed
  for (const part of path) {
    const next = (node[part] ??= {})
    if (!isPlain(next)) throw badValue(`cannot infer query fields to set, path '${part}' is matched twice`)
    node = next
  }
  if (node[last] !== undefined) throw badValue(`cannot infer query fields to set, path '${last}' is matched twice`)
  node[last] = value
}
