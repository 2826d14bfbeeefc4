/** Where a path ended: a document or an array, and the key in it. */
export interface Place {
  parent: Record<string | number, unknown>
  key: string | number
  path: string
}

export function valueAt({ parent, key }: Place): unknown {
  return Object.hasOwn(parent, key) ? parent[key] : undefined
}
