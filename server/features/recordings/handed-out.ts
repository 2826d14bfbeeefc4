/**
 * What the audit trail says to have been given already. A browser asks for a clip in one range and then, as somebody jumps about in it,
 * for parts of that again: one entry a listening. What lies outside of what was written down, or is asked for later, is written down anew.
 */
import { LRUCache } from 'lru-cache'
import type { ByteRange } from '../../http/byte-range.js'
import type { StaffAnswer } from '../../http/staff-router.js'

const oneListeningMs = 30 * 60_000
/** Beyond it a playing gets a second entry, and never none. */
const mostKept = 2_000

interface Given extends ByteRange {
  memberId: string
  played: { recording: { id: string }; clip: { clip: number } }
}

export function handedOut() {
  const written = new LRUCache<string, ByteRange & { at: number }>({ max: mostKept })

  return {
    note({ memberId, played, first, last }: Given, now: Date): NonNullable<StaffAnswer['once']> {
      const key = `${memberId}/${played.recording.id}/${played.clip.clip}`
      const at = now.getTime()
      const before = written.get(key)
      const wasWritten =
        before !== undefined && before.first <= first && last <= before.last && at < before.at + oneListeningMs
      return { wasWritten, written: () => void written.set(key, { first, last, at }) }
    },
  }
}
