import { createHash } from 'node:crypto'
import { canonicalJson } from '../canonical-json.js'

/** Of what a file says: comments, layout and the order of its names do not count. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}
