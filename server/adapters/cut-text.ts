/** Cutting text to a platform's limit without breaking a character. */

const more = '…'

/** At most `limit` bytes of UTF-8, the mark included; a Chinese character takes 3 bytes. */
export function cutToBytes(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text
  return takeWhile(text, limit - Buffer.byteLength(more), (part) => Buffer.byteLength(part)) + more
}

/**
 * At most `limit` UTF-16 units, the mark included, cut between code points. Platforms do not say whether they count units or
 * characters; text that keeps to units keeps to both.
 */
export function cutToUnits(text: string, limit: number): string {
  if (text.length <= limit) return text
  return takeWhile(text, limit - more.length, (part) => part.length) + more
}

function takeWhile(text: string, room: number, sizeOf: (part: string) => number): string {
  let kept = ''
  let left = room
  for (const character of text) {
    left -= sizeOf(character)
    if (left < 0) break
    kept += character
  }
  return kept
}
