import { serialize } from 'bson'
import { expect } from 'chai'
import { Framer } from './framer.js'
import { opCodes, readMessage } from './message.js'

function opMsg(sections: Buffer[], { flags = 0, checksum = false } = {}): Buffer {
  const head = Buffer.alloc(20)
  const all = Buffer.concat([head, ...sections, Buffer.alloc(checksum ? 4 : 0)])
  all.writeInt32LE(all.length, 0)
  all.writeInt32LE(7, 4)
  all.writeInt32LE(opCodes.message, 12)
  all.writeUInt32LE(flags | (checksum ? 1 : 0), 16)
  return all
}

const body = (doc: Record<string, unknown>): Buffer => Buffer.concat([Buffer.from([0]), serialize(doc)])

function sequence(name: string, docs: Record<string, unknown>[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...docs.map((doc) => Buffer.from(serialize(doc)))])
  const head = Buffer.alloc(5, 1)
  head.writeInt32LE(content.length + 4, 1)
  return Buffer.concat([head, content])
}

describe('a wire message', () => {
  it('is a body and document sequences', () => {
    const request = readMessage(opMsg([body({ update: 'c', $db: 'd' }), sequence('updates', [{ q: {}, u: { a: 1 } }])]))

    expect(request).to.deep.include({ id: 7, silent: false })
    expect(request.command).to.deep.equal({ update: 'c', $db: 'd', updates: [{ q: {}, u: { a: 1 } }] })
  })

  it('keeps documents to insert as bytes, wherever they stand', () => {
    const inBody = readMessage(opMsg([body({ insert: 'c', documents: [{ a: 1 }], $db: 'd' })])).command
    const inSequence = readMessage(opMsg([body({ insert: 'c', $db: 'd' }), sequence('documents', [{ a: 1 }])])).command

    expect(Buffer.from((inBody.documents as Uint8Array[])[0] ?? [])).to.deep.equal(Buffer.from(serialize({ a: 1 })))
    expect(Buffer.from((inSequence.documents as Uint8Array[])[0] ?? [])).to.deep.equal(Buffer.from(serialize({ a: 1 })))
  })

  it('may end in a checksum and may ask for no answer', () => {
    expect(readMessage(opMsg([body({ ping: 1 })], { checksum: true })).command).to.deep.equal({ ping: 1 })
    expect(readMessage(opMsg([body({ ping: 1 })], { flags: 2 })).silent).to.equal(true)
  })

  it('is refused when it is malformed', () => {
    const good = opMsg([body({ ping: 1 })])
    const wrongOpCode = Buffer.from(good)
    wrongOpCode.writeInt32LE(2012, 12)
    const longSection = Buffer.from(good)
    longSection.writeInt32LE(10_000, 21)
    const unknownKind = Buffer.from(good)
    unknownKind[20] = 9

    for (const bad of [
      wrongOpCode,
      longSection,
      unknownKind,
      opMsg([]),
      opMsg([body({ ping: 1 })], { flags: 4 }),
      good.subarray(0, 18),
    ]) {
      expect(() => readMessage(bad)).to.throw()
    }
  })
})

describe('the framer', () => {
  it('gives whole messages, however they are cut', () => {
    const messages = [opMsg([body({ a: 1 })]), opMsg([body({ b: 'x'.repeat(300) })])]
    const bytes = Buffer.concat(messages)
    for (const size of [1, 3, 7, 50, bytes.length]) {
      const framer = new Framer()
      const found: Buffer[] = []
      for (let at = 0; at < bytes.length; at += size) found.push(...framer.push(bytes.subarray(at, at + size)))

      expect(found).to.deep.equal(messages)
    }
  })

  it('refuses lengths below a header and above the largest message', () => {
    for (const length of [0, 15, -1, 48_100_000]) {
      const bytes = Buffer.alloc(16)
      bytes.writeInt32LE(length)
      expect(() => new Framer().push(bytes)).to.throw(RangeError)
    }
  })
})
