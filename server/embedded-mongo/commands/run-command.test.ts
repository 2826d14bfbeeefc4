import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { encodeDoc, type Doc } from '../doc.js'
import { Catalog } from '../engine/catalog.js'
import { openLibsqlStore } from '../store/libsql-store.js'
import type { Context } from './context.js'
import { Cursors } from './cursors.js'
import { runCommand } from './run-command.js'

describe('a command', () => {
  let folder: string
  let context: Context
  let flushes: ((error: Error | null) => void)[]

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'command-'))
    flushes = []
    const store = openLibsqlStore({
      path: join(folder, 'data.sqlite'),
      openLog: () => ({ flush: (done) => flushes.push(done), close() {} }),
    })
    context = { store, catalog: new Catalog(store.reader), cursors: new Cursors(() => 0), now: () => new Date(0) }
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  const started = (command: Doc, ended: string[]): void =>
    void runCommand(context, { ...command, $db: 'd' }, (fault) => ended.push(fault.message)).then((reply) =>
      ended.push(Buffer.isBuffer(reply) ? 'found' : JSON.stringify(reply)),
    )

  it('returns what it wrote, and what it read of another, only once that is on the disk', async () => {
    const ended: string[] = []
    started({ insert: 'rows', documents: [encodeDoc({ _id: 1 })] }, ended)
    await turn()
    started({ find: 'rows' }, ended)
    started({ count: 'rows' }, ended)
    await turn()
    expect(context.catalog.find('d.rows'), 'it is applied').not.to.equal(undefined)
    expect(ended).to.deep.equal([])

    flushes.shift()?.(null)
    await turn()

    expect(ended).to.have.members(['{"n":1,"ok":1}', 'found', '{"n":1,"ok":1}'])
    await context.store.close()
  })

  it('fails as one of a server that shuts down when the disk did not keep what it wrote or read', async () => {
    const ended: string[] = []
    started({ insert: 'rows', documents: [encodeDoc({ _id: 1 })] }, ended)
    await turn()
    started({ find: 'rows' }, ended)
    flushes.shift()?.(new Error('EIO'))
    await turn()

    expect(ended).to.have.length(2)
    for (const reply of ended) expect(JSON.parse(reply)).to.include({ ok: 0, code: 91, codeName: 'ShutdownInProgress' })
    await context.store.close().catch(() => {})
  })
})
