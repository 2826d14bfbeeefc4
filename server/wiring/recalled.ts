/** Remembers what a look-up answered for a few seconds; calls at the same time share one look-up. */
import { LRUCache } from 'lru-cache'

const rememberMs = 3_000

export type Recalled<Key extends string[], Value> = ((...key: Key) => Promise<Value | undefined>) & {
  /** Looks again next time, also where a look is under way. */
  forget(): void
}

export function recalled<Key extends string[], Value extends object>(
  find: (...key: Key) => Promise<Value | undefined>,
): Recalled<Key, Value> {
  let generation = 0
  const cache = new LRUCache<string, Value>({
    max: 500,
    ttl: rememberMs,
    fetchMethod: (key) => find(...((JSON.parse(key) as [number, ...Key]).slice(1) as Key)),
  })
  const recall = (...key: Key) => cache.fetch(JSON.stringify([generation, ...key]))
  return Object.assign(recall, {
    forget: () => {
      generation += 1
    },
  })
}
