/** Remembers what a look-up answered for a few seconds; calls at the same time share one look-up. */
import { LRUCache } from 'lru-cache'

const rememberMs = 3_000

export function recalled<Key extends string[], Value extends object>(find: (...key: Key) => Promise<Value | undefined>): (...key: Key) => Promise<Value | undefined> {
  const cache = new LRUCache<string, Value>({
    max: 500,
    ttl: rememberMs,
    fetchMethod: (key) => find(...(JSON.parse(key) as Key)),
  })
  return (...key) => cache.fetch(JSON.stringify(key))
}
