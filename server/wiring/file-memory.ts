/** Remembers what a look-up of a data file returned for a few seconds; calls at the same time share one look-up. */
import { LRUCache } from 'lru-cache'
import type { Remember } from '../feature.js'

const rememberMs = 3_000

/** `forgetFiles`: every look-up looks again next time, also where one is under way. */
export function fileMemory(): { remember: Remember; forgetFiles: () => void } {
  let generation = 0

  const remember: Remember = <Key extends string[], Value extends object>(
    find: (...key: Key) => Promise<Value | undefined>,
  ) => {
    const cache = new LRUCache<string, Value>({
      max: 500,
      ttl: rememberMs,
      fetchMethod: (key) => find(...((JSON.parse(key) as [number, ...Key]).slice(1) as Key)),
    })
    return (...key: Key) => cache.fetch(JSON.stringify([generation, ...key]))
  }

  return {
    remember,
    forgetFiles: () => {
      generation += 1
    },
  }
}
