import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Double, Int32, Long } from 'bson'
import { expect } from 'chai'
import { decodeExact, encodeDoc, type Doc } from '../doc.js'
import { openLibsqlStore } from '../store/libsql-store.js'
import type { Store } from '../store/store.js'
import { Catalog } from './catalog.js'
import { createIndex } from './create-index.js'
import { removeExpired } from './expire.js'
import { find } from './find.js'
import { parseIndexSpec } from './index-spec.js'
import { updateDocuments } from './update.js'
import { insertDocument, type Target } from './write-document.js'

describe('a collection', () => {
  let folder: string
  let store: Store
  let catalog: Catalog

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'collection-'))
    store = openLibsqlStore({ path: join(folder, 'data.sqlite') })
    catalog = new Catalog(store.reader)
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  const inCollection = <T>(run: (target: Target) => T): Promise<T> =>
    store.write({ run: (writer) => run({ writer, catalog, collection: catalog.findOrCreate(writer, 'd.c') }) })
  const insert = (target: Target, docs: Doc[]): void => {
    for (const doc of docs) insertDocument(target, encodeDoc(doc))
  }

  it('lets documents expire by a date, or the earliest of several, and no others', async () => {
    const now = new Date('2026-11-25T10:00:00Z')
    const old = new Date(now.getTime() - 61_000)
    const removed = await inCollection((target) => {
      createIndex(
        target,
        parseIndexSpec({
          key: { at: 1 },
          name: 'at',
          expireAfterSeconds: 60,
          partialFilterExpression: { kind: 'draft' },
        }),
      )
      insert(target, [
        { _id: 'old', at: old, kind: 'draft' },
        { _id: 'one of two', at: [now, old], kind: 'draft' },
        { _id: 'fresh', at: now, kind: 'draft' },
        { _id: 'kept', at: old, kind: 'report' },
        { _id: 'no date', at: 'old', kind: 'draft' },
        { _id: 'none', kind: 'draft' },
      ])
      return removeExpired(target, now)
    })

    expect(removed).to.equal(2)
    expect([...find(store.reader, catalog.find('d.c'), { filter: {} })].map(({ doc }) => doc._id)).to.deep.equal([
      'fresh',
      'kept',
      'no date',
      'none',
    ])
  })

  it('keeps the number types it was given, through updates of other fields', async () => {
    const numbers = { double: new Double(3), int: new Int32(3), long: Long.fromNumber(3), list: [new Double(1)] }

    const raw = await inCollection((target) => {
      insert(target, [{ _id: 1, ...numbers, n: 1 }])
      updateDocuments(target, { filter: { _id: 1 }, update: { $inc: { n: 1, double: 1 } } })
      return [...find(target.writer, target.collection, { filter: {} })][0]?.raw
    })

    expect(decodeExact(raw ?? Buffer.alloc(0))).to.deep.equal({
      _id: new Int32(1),
      ...numbers,
      double: new Double(4),
      n: new Int32(2),
    })
  })

  it('is known again with its indexes when the store is opened again', async () => {
    await inCollection((target) => {
      createIndex(target, parseIndexSpec({ key: { tags: 1 }, name: 'tags' }))
      insert(target, [{ _id: 1, tags: ['a', 'b'] }])
    })

    const [index] = new Catalog(store.reader).find('d.c')?.indexes ?? []

    expect(index).to.include({ multikey: true }).and.have.nested.property('spec.name', 'tags')
  })
})
