/** What changed between two contents, for people to read before they save. List items that have an id are matched by it. Pure. */

export interface Difference {
  at: string
  before?: string
  after?: string
}

export const mostDifferences = 200
const longestText = 160

export function differencesOf(before: unknown, after: unknown): Difference[] {
  return compare(before, after, []).slice(0, mostDifferences)
}

function compare(before: unknown, after: unknown, at: readonly string[]): Difference[] {
  const [one, other] = [entriesOf(before), entriesOf(after)]
  if (!one || !other) return sameText(before, after) ? [] : [difference(before, after, at)]
  const names = [...new Set([...one.keys(), ...other.keys()])]
  return [
    ...names.flatMap((name) => compare(one.get(name), other.get(name), [...at, name])),
    ...reordered(before, after, at),
  ]
}

/** Undefined for whatever has no inside. */
function entriesOf(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value)) return new Map(value.map((item: unknown, index) => [idOf(item) ?? String(index + 1), item]))
  if (typeof value === 'object' && value !== null) return new Map(Object.entries(value))
  return undefined
}

function idOf(item: unknown): string | undefined {
  const id = (item as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : undefined
}

/** The same items in another order: a round that comes earlier is a change, too. */
function reordered(before: unknown, after: unknown, at: readonly string[]): Difference[] {
  if (!Array.isArray(before) || !Array.isArray(after)) return []
  const [one, other] = [before, after].map((items) => (items as unknown[]).map(idOf))
  if (one!.includes(undefined) || other!.includes(undefined)) return []
  const kept = (ids: (string | undefined)[], others: (string | undefined)[]) =>
    ids.filter((id) => others.includes(id)).join(' → ')
  const [was, is] = [kept(one!, other!), kept(other!, one!)]
  return was === is ? [] : [{ at: at.join('.'), before: was, after: is }]
}

function difference(before: unknown, after: unknown, at: readonly string[]): Difference {
  return {
    at: at.join('.'),
    ...(before !== undefined && { before: short(before) }),
    ...(after !== undefined && { after: short(after) }),
  }
}

const sameText = (before: unknown, after: unknown) => JSON.stringify(before) === JSON.stringify(after)

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text
}
