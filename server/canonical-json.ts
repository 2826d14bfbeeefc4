/** JSON in which the order of names does not count: the same content gives the same text. */
export const canonicalJson = (content: unknown): string => JSON.stringify(content, sortNames)

function sortNames(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
