/** A form with one file (RFC 7578), sent as it is read: its length is known before, its bytes are never all in memory. */
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'

interface Form {
  fields: Record<string, string>
  file: { name: string; type: string; bytes: number; read: () => AsyncIterable<Buffer> }
}

export function multipart({ fields, file }: Form): { headers: Record<string, string>; body: Readable } {
  const boundary = `----${randomBytes(18).toString('hex')}`
  const head = Object.entries(fields)
    .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .concat(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\n`,
      `Content-Type: ${file.type}\r\n\r\n`,
    )
    .join('')
  const [before, after] = [Buffer.from(head), Buffer.from(`\r\n--${boundary}--\r\n`)]

  async function* all() {
    yield before
    yield* file.read()
    yield after
  }
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': `${before.length + file.bytes + after.length}`,
    },
    body: Readable.from(all()),
  }
}
