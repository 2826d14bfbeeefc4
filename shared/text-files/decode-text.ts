/**
 * A file that somebody saved, as text: UTF-8 with or without its mark, UTF-16 with its mark, else GB18030, which Chinese programs write.
 * Undefined when it is none of them: a sign that cannot be read is never replaced by another.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes)
  return decode('utf-8', bytes) ?? readable(decode('gb18030', bytes))
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** GB18030 has a sign for nearly any bytes; private and control characters say that they were written in something else. */
const readable = (text: string | undefined): string | undefined =>
  text !== undefined && /[\p{Co}\p{Cn}]|(?![\t\n\r])\p{Cc}/u.test(text) ? undefined : text
