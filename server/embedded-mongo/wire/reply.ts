/** Writes replies in MongoDB's wire format. */
import { serialize } from 'bson'
import type { Doc } from '../doc.js'
import { opCodes, type Request } from './message.js'

const awaitCapable = 8
let lastId = 0

/** Header and body of a reply, ready to be written one after the other. */
export function replyTo(request: Pick<Request, 'id' | 'opCode'>, reply: Doc | Buffer): [Buffer, Uint8Array] {
  const body = Buffer.isBuffer(reply) ? reply : serialize(reply)
  const legacy = request.opCode === opCodes.query
  const head = Buffer.alloc(legacy ? 36 : 21)
  lastId = (lastId + 1) & 0x7fffffff
  head.writeInt32LE(head.length + body.length, 0)
  head.writeInt32LE(lastId, 4)
  head.writeInt32LE(request.id, 8)
  head.writeInt32LE(legacy ? opCodes.reply : opCodes.message, 12)
  if (legacy) {
    head.writeInt32LE(awaitCapable, 16)
    head.writeInt32LE(1, 32)
  }
  return [head, body]
}

export interface Batch {
  field: 'firstBatch' | 'nextBatch'
  docs: Buffer[]
  id: bigint
  namespace: string
}

/** `{cursor: {<field>: docs, id, ns}, ok: 1}` around documents that are BSON already: they are never decoded to be sent. */
export function cursorReply({ field, docs, id, namespace }: Batch): Buffer {
  const batch = documentOf(docs.flatMap((doc, at) => [Buffer.from(`\x03${at}\0`), doc]))
  const cursor = documentOf([
    Buffer.from(`\x04${field}\0`),
    batch,
    Buffer.from('\x12id\0'),
    int64(id),
    Buffer.from('\x02ns\0'),
    text(namespace),
  ])
  return documentOf([Buffer.from('\x03cursor\0'), cursor, Buffer.from('\x01ok\0'), double(1)])
}

function documentOf(parts: Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 5)
  const head = Buffer.alloc(4)
  head.writeInt32LE(length)
  return Buffer.concat([head, ...parts, Buffer.alloc(1)], length)
}

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64LE(value)
  return bytes
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

function text(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`)
  const head = Buffer.alloc(4)
  head.writeInt32LE(bytes.length)
  return Buffer.concat([head, bytes])
}
