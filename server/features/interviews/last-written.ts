/**
 * The interviews that this process wrote last, so that the next autosave or answer need not read and decrypt them again. What is kept
 * may be out of date: it is only good to start a change from that the store then takes for that very version, or refuses.
 */
import { LRUCache } from 'lru-cache'
import type { Interview } from './interview.js'
import type { WhichInterview } from './interview-store.js'

export interface Version {
  /** Of the row, which counts its writes. */
  version: number
  interview: Interview
}

/** Some 20 kB each, and only while somebody is answering: a phone saves every three seconds. */
const most = 2_000
const keptMs = 60_000

export function lastWritten() {
  const kept = new LRUCache<string, Version>({ max: most, ttl: keptMs })

  return {
    /** Undefined as well when it is somebody else's. */
    get(which: WhichInterview): Version | undefined {
      if (!('id' in which)) return undefined
      const found = kept.get(which.id)
      return found && isOf(found.interview, which) ? found : undefined
    },
    set(version: Version): void {
      kept.set(version.interview.id, version)
    },
  }
}

function isOf({ orgId, openid }: Interview, which: { orgId: string; openid?: string }): boolean {
  return orgId === which.orgId && (which.openid === undefined || openid === which.openid)
}
