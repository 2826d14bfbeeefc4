/** Whatever comes over the socket of the embedded store: understood, refused as MongoDB refuses, or the end of that one connection. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { fuzzInputs, fuzzSeed, inFlatMemory } from '../../../test/builders/fuzz.js'
import { Cursors } from '../commands/cursors.js'
import type { Context } from '../commands/context.js'
import { runCommand } from '../commands/run-command.js'
import { encodeDoc, type Doc } from '../doc.js'
import { Catalog } from '../engine/catalog.js'
import { openLibsqlStore } from '../store/libsql-store.js'
import type { Store } from '../store/store.js'
import { Framer } from './framer.js'
import { readMessage, type Request } from './message.js'

const minuteMs = 60_000
const msACommand = 500

describe('frames of any kind', function () {
  this.timeout(60_000 + fuzzInputs * 10)
  let folder: string
  let store: Store
  let context: Context
  const faults: string[] = []
  let commandsSoFar = 0

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'frames-'))
    store = openLibsqlStore({ path: join(folder, 'data.sqlite') })
    context = {
      store,
      catalog: new Catalog(store.reader),
      cursors: new Cursors(() => commandsSoFar * msACommand),
      now: () => new Date(0),
    }
  })
  after(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  it(`end in a reply or in the end of their connection (FUZZ_SEED=${fuzzSeed}, ${fuzzInputs} inputs)`, async () => {
    const each = (share: number, seed: number) => ({ numRuns: Math.ceil((fuzzInputs * share) / 2), seed })
    await inFlatMemory(async (seed) => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void received(Buffer.from(bytes))),
        each(0.2, seed),
      )
      fc.assert(
        fc.property(commands, flips, (command, changes) => void received(flipped(message(command), changes))),
        each(0.4, seed),
      )
      await fc.assert(
        fc.asyncProperty(commands, async (command) => answered(command)),
        each(0.4, seed),
      )
    })
    expect(faults, 'errors of ours').to.deep.equal([])
  })

  async function answered(command: Doc): Promise<void> {
    const [request] = received(message(command))
    if (!request) return
    commandsSoFar += 1
    // As the store does each minute: results that nobody asks on for are closed after ten
    if (commandsSoFar % (minuteMs / msACommand) === 0) context.cursors.sweep()
    await runCommand(context, request.command, (fault) => faults.push(`${fault.stack} ${JSON.stringify(command)}`))
  }
})

/** Cut into two parts, as a socket may bring it. */
function received(bytes: Buffer): Request[] {
  const framer = new Framer()
  try {
    const half = bytes.length >> 1
    return [...framer.push(bytes.subarray(0, half)), ...framer.push(bytes.subarray(half))].map(readMessage)
  } catch (error) {
    expect((error as Error).name).to.match(/^(RangeError|BSONError|BSONOffsetError|MongoError)$/)
    return []
  }
}

function message(command: Doc): Buffer {
  const body = encodeDoc(command)
  const head = Buffer.alloc(21)
  head.writeInt32LE(21 + body.length, 0)
  head.writeInt32LE(1, 4)
  head.writeInt32LE(2013, 12)
  return Buffer.concat([head, body])
}

const flips = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat({ max: 255 })), { maxLength: 8 })

function flipped(bytes: Buffer, changes: readonly (readonly [number, number])[]): Buffer {
  for (const [place, byte] of changes) bytes[Math.floor(place * bytes.length)] = byte
  return bytes
}

const key = fc.oneof(
  fc.constantFrom('_id', 'a', 'b.c', '$set', '$gt', '$in', '$or', '$exists', '$inc', '$push', ''),
  fc.string({ maxLength: 5 }),
)
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, '', 'x', 1, -1, 0.5, NaN, Infinity),
    fc.integer(),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value
const doc = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true })
const $db = fc.constantFrom('d', 'admin', '')
const names = [
  'find',
  'count',
  'distinct',
  'aggregate',
  'insert',
  'update',
  'delete',
  'findAndModify',
  'createIndexes',
  'dropIndexes',
  'getMore',
  'killCursors',
  'explain',
  'listIndexes',
  'hello',
  'releaseLog',
]

const commands: fc.Arbitrary<Doc> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...names), fc.oneof(fc.constant('rows'), value), doc, $db)
    .map(([name, on, rest, db]) => ({ [name]: on, ...rest, $db: db })),
  fc.record({ find: fc.constant('rows'), filter: doc, sort: doc, projection: doc, limit: value, $db }),
  fc.record({ insert: fc.constant('rows'), documents: fc.array(doc, { maxLength: 2 }), $db }),
  fc.record({
    update: fc.constant('rows'),
    updates: fc.array(fc.record({ q: doc, u: doc, upsert: fc.boolean() }), { maxLength: 2 }),
    $db,
  }),
  fc.record({
    aggregate: fc.constant('rows'),
    pipeline: fc.array(doc, { maxLength: 3 }),
    cursor: fc.constant({}),
    $db,
  }),
  fc.record({ findAndModify: fc.constant('rows'), query: doc, update: doc, $db }),
  fc.record({
    createIndexes: fc.constant('rows'),
    indexes: fc.array(fc.record({ key: doc, name: fc.string({ maxLength: 4 }) }), { maxLength: 1 }),
    $db,
  }),
)
