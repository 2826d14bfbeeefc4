/**
 * A file's bytes as text, or undefined: nothing is guessed and no sign is replaced, else `张三` of an older program becomes question marks
 * and goes on as a name. UTF-8 and, by their mark, both UTF-16. Phones have no TextDecoder.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, { low: 0, high: 1 })
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, { low: 1, high: 0 })
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return utf8(hasMark ? bytes.subarray(3) : bytes)
}

function utf16(bytes: Uint8Array, { low, high }: { low: number; high: number }): string | undefined {
  if (bytes.length % 2 !== 0) return undefined
  let text = ''
  for (let at = 2; at < bytes.length; at += 2)
    text += String.fromCharCode((byteAt(bytes, at + high) << 8) | byteAt(bytes, at + low))
  return hasHalves(text) ? undefined : text
}

const hasHalves = (text: string) => /[\uD800-\uDFFF]/u.test(text)

/** First byte from, bytes behind it, smallest character that needs so many (RFC 3629: no longer form than needed). */
const lengths = [
  { from: 0xf0, to: 0xf4, more: 3, least: 0x10000 },
  { from: 0xe0, to: 0xef, more: 2, least: 0x800 },
  { from: 0xc2, to: 0xdf, more: 1, least: 0x80 },
  { from: 0x00, to: 0x7f, more: 0, least: 0 },
] as const

function utf8(bytes: Uint8Array): string | undefined {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const first = byteAt(bytes, at)
    const length = lengths.find(({ from, to }) => first >= from && first <= to)
    if (!length) return undefined
    const point = pointAt(bytes, at, length)
    if (point === undefined) return undefined
    text += String.fromCodePoint(point)
    at += 1 + length.more
  }
  return text
}

function pointAt(bytes: Uint8Array, at: number, { more, least }: { more: number; least: number }): number | undefined {
  let point = more === 0 ? byteAt(bytes, at) : byteAt(bytes, at) & (0x3f >> more)
  for (let next = at + 1; next <= at + more; next++) {
    if ((byteAt(bytes, next) & 0xc0) !== 0x80) return undefined
    point = (point << 6) | (byteAt(bytes, next) & 0x3f)
  }
  const isHalf = point >= 0xd800 && point <= 0xdfff
  return point < least || isHalf || point > 0x10ffff ? undefined : point
}

/** Behind the end 0, which continues nothing. */
const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0
