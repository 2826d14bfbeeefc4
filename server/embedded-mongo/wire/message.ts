/**
 * Reads MongoDB's wire messages (www.mongodb.com/docs/manual/reference/mongodb-wire-protocol): OP_MSG, and the OP_QUERY
 * that a driver's first handshake may use. Throws RangeError or BSONError on anything malformed.
 */
import { decode, decodeInsert, type Doc } from '../doc.js'

export const opCodes = { reply: 1, query: 2004, message: 2013 } as const

export interface Request {
  id: number
  opCode: number
  command: Doc
  /** The client waits for no reply. */
  silent: boolean
}

const checksumPresent = 1
const moreToCome = 2
const requiredBits = 0xffff

export function readMessage(message: Buffer): Request {
  const id = message.readInt32LE(4)
  const opCode = message.readInt32LE(12)
  if (opCode === opCodes.query) return { id, opCode, command: readQuery(message), silent: false }
  if (opCode !== opCodes.message) throw new RangeError(`operation code ${opCode}`)

  const flags = message.readUInt32LE(16)
  if ((flags & requiredBits & ~(checksumPresent | moreToCome)) !== 0)
    throw new RangeError(`unknown required flags ${flags}`)
  const end = message.length - (flags & checksumPresent ? 4 : 0)
  return { id, opCode, command: readSections(message.subarray(0, end)), silent: (flags & moreToCome) !== 0 }
}

/** `$db` goes last: the first key of a command is its name. */
function readQuery(message: Buffer): Doc {
  const nameEnd = message.indexOf(0, 20)
  if (nameEnd < 0) throw new RangeError('no end of the namespace')
  const at = nameEnd + 9
  const database = message.toString('utf8', 20, nameEnd).split('.')[0]
  return { ...decode(slice(message, at)), $db: database }
}

function readSections(message: Buffer): Doc {
  let body: Doc | undefined
  const sequences: Doc = {}
  for (let at = 20; at < message.length;) {
    const kind = message[at]
    const section = slice(message, at + 1)
    if (kind === 0) body = readBody(section)
    else if (kind === 1) Object.assign(sequences, readSequence(section))
    else throw new RangeError(`section kind ${kind}`)
    at += 1 + section.length
  }
  if (!body) throw new RangeError('no body section')
  return { ...body, ...sequences }
}

/** Documents to insert stay raw: they are stored byte for byte as they came. */
function readBody(section: Buffer): Doc {
  const first = section.toString('latin1', 5, section.indexOf(0, 5))
  return first === 'insert' ? decodeInsert(section) : decode(section)
}

function readSequence(section: Buffer): Doc {
  const nameEnd = section.indexOf(0, 4)
  if (nameEnd < 0) throw new RangeError('no end of a sequence name')
  const name = section.toString('utf8', 4, nameEnd)
  const documents: unknown[] = []
  for (let at = nameEnd + 1; at < section.length;) {
    const raw = slice(section, at)
    documents.push(name === 'documents' ? raw : decode(raw))
    at += raw.length
  }
  return { [name]: documents }
}

/** The bytes that begin at `at` with their own length. */
function slice(bytes: Buffer, at: number): Buffer {
  const length = bytes.readInt32LE(at)
  if (length < 5 || at + length > bytes.length) throw new RangeError(`section length ${length}`)
  return bytes.subarray(at, at + length)
}
