/** Goes to every place in a document that an update path names: `a.b`, `a.0`, `a.$`, `a.$[]`, `a.$[name]`. */
import { isPlain } from '../doc.js'
import { badValue, MongoError } from '../errors.js'
import type { Place } from './place.js'

export interface Walk {
  path: readonly string[]
  creates: boolean
  /** What `$` stands for. */
  position: number | undefined
  arrayFilters: ReadonlyMap<string, (element: unknown) => boolean>
  edit: (place: Place) => void
}

/** An array may be padded with nulls up to here, as in MongoDB. */
const mostPadding = 1_500_000

export function walkUpdate(node: unknown, walk: Walk, at = 0): void {
  const part = walk.path[at] ?? ''
  if (part.startsWith('$')) return walkElements(node, walk, at)
  if (!canHold(node, part)) {
    if (!walk.creates) return
    throw new MongoError('PathNotViable', `Cannot create field '${part}' in element {${walk.path[at - 1] ?? ''}}`)
  }
  if (Array.isArray(node)) pad(node, Number(part), walk.creates)
  step(node as Place['parent'], Array.isArray(node) ? Number(part) : part, { walk, at })
}

function step(parent: Place['parent'], key: string | number, { walk, at }: { walk: Walk; at: number }): void {
  if (at === walk.path.length - 1) return walk.edit({ parent, key, path: walk.path.join('.') })
  if (!Object.hasOwn(parent, key)) {
    if (!walk.creates) return
    if (walk.path[at + 1]?.startsWith('$')) throw noArray(walk, at + 1)
    parent[key] = {}
  }
  walkUpdate(parent[key], walk, at + 1)
}

function walkElements(node: unknown, walk: Walk, at: number): void {
  if (!Array.isArray(node)) {
    if (walk.creates || node !== undefined) throw noArray(walk, at)
    return
  }
  const parent = node as unknown as Place['parent']
  for (const index of elements(node, walk, walk.path[at] ?? '')) step(parent, index, { walk, at })
}

function elements(items: unknown[], walk: Walk, part: string): number[] {
  if (part === '$[]') return [...items.keys()]
  if (part === '$') {
    const { position } = walk
    if (position === undefined || position >= items.length)
      throw badValue('The positional operator did not find the match needed from the query.')
    return [position]
  }
  const name = /^\$\[([^\]]+)\]$/.exec(part)?.[1]
  const matches = name === undefined ? undefined : walk.arrayFilters.get(name)
  if (!matches) throw badValue(`No array filter found for identifier '${part}' in path '${walk.path.join('.')}'`)
  return [...items.keys()].filter((index) => matches(items[index]))
}

function canHold(node: unknown, part: string): boolean {
  return Array.isArray(node) ? /^\d+$/.test(part) : isPlain(node)
}

function pad(items: unknown[], length: number, creates: boolean): void {
  if (!creates) return
  if (length > items.length + mostPadding) throw badValue('Too many elements to pad the array with')
  while (items.length < length) items.push(null)
}

function noArray({ path }: Walk, at: number): MongoError {
  return badValue(
    `The path '${path.slice(0, at).join('.')}' must exist in the document in order to apply array updates.`,
  )
}
