import { createHash } from 'node:crypto'

/** Of what a file says: comments, layout and the order of its names do not count. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content, sortNames)).digest('hex')
}

function sortNames(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
