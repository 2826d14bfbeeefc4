/**
 * Two people changed the same file: what I changed stays mine, everything else is as the other one saved it. Items that have an id are
 * the same by it; any other list is one value. Pure.
 */
interface Three {
  /** On what both began. */
  base: unknown
  mine: unknown
  theirs: unknown
}

export function mergedOver({ base, mine, theirs }: Three): unknown {
  if (same(mine, base)) return theirs
  if (same(theirs, base)) return mine
  if (isObject(base) && isObject(mine) && isObject(theirs)) return mergedObjects(base, mine, theirs)
  if (areListed(base) && areListed(mine) && areListed(theirs)) return mergedLists(base, mine, theirs)
  return mine
}

type Named = Record<string, unknown>

function mergedObjects(base: Named, mine: Named, theirs: Named): Named {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)])
  const all = [...names].map((name) => [name, mergedOver({ base: base[name], mine: mine[name], theirs: theirs[name] })])
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Named
}

type Listed = readonly (Named & { id: string })[]

/** In my order where I changed it, with what they added, without what either took out. */
function mergedLists(base: Listed, mine: Listed, theirs: Listed): Named[] {
  const [was, my, their] = [base, mine, theirs].map((items) => new Map(items.map((item) => [item.id, item])))
  const ids = (items: Listed) => items.map(({ id }) => id)
  const order = same(ids(mine), ids(base)) ? ids(theirs) : [...new Set([...ids(mine), ...ids(theirs)])]
  return order.flatMap((id) => {
    const merged = mergedOver({ base: was!.get(id), mine: my!.get(id), theirs: their!.get(id) })
    return merged === undefined ? [] : [merged as Named]
  })
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const isObject = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const areListed = (value: unknown): value is Listed =>
  Array.isArray(value) && value.every((item: unknown) => isObject(item) && typeof item.id === 'string')
