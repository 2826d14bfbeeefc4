/** What a start does on an empty data folder that others begin at the same moment, and what it says when the folder is not as it should be. */
import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { copyFile, cp, mkdir, mkdtemp, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { candidateClient } from '../../scripts/demo/candidate-client.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { built, ensureBuilt } from './built.js'
import { newcomer } from './newcomers.js'
import { stubbornly } from './stubborn.js'
import { startWorld, type OtherProcess, type World } from './world.js'

interface Started {
  text: string
  code: number | null
}

const isReady = (text: string) => text.includes('"msg":"ready"')

/** Runs until it says it is ready, then is asked to stop; or until it ends by itself. */
async function start(dataDir: string, more: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, ['--enable-source-maps', built.product], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', SANDBOX_PORT: '9', LOG_LEVEL: 'info', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      const wasReady = isReady(text)
      text += chunk.toString()
      if (!wasReady && isReady(text)) child.kill('SIGTERM')
    })
  const [code] = (await once(child, 'exit')) as [number | null]
  return { text, code }
}

describe('a start', function () {
  this.timeout(120_000)
  let dataDir: string

  before(async () => {
    ensureBuilt()
    dataDir = await mkdtemp(join(tmpdir(), 'first-start-'))
    expect((await start(dataDir)).code).to.equal(0)
  })
  after(() => rm(dataDir, { recursive: true, force: true }))

  it('is refused in words when the store is gone and its key is not', async () => {
    await rename(join(dataDir, 'store'), join(dataDir, 'store-away'))
    const { text, code } = await start(dataDir)
    await rm(join(dataDir, 'store'), { recursive: true })
    await rename(join(dataDir, 'store-away'), join(dataDir, 'store'))

    expect(code).to.equal(1)
    expect(text).to.include('没有启动').and.to.include(join(dataDir, 'keys')).and.to.include('start over on purpose')
    expect(text).not.to.match(/^ {4}at /m)
  })

  const note = JSON.stringify({ to: '/backups/monday', at: '2026-11-23T02:00:00.000Z' })
  const harms: Record<string, [harm: (database: string) => Promise<void>, words: string]> = {
    'is no database': [(database) => writeFile(database, Buffer.alloc(20_000, 'not a database')), 'are damaged'],
    'is cut off': [async (database) => truncate(database, Math.floor((await stat(database)).size / 2)), 'are damaged'],
    'is missing beside its log': [
      async (database) => {
        await copyFile(database, `${database}-wal`)
        await rm(database)
      },
      'data.sqlite is missing or empty',
    ],
    'is no file': [
      async (database) => {
        await rm(database)
        await mkdir(database)
      },
      'cannot be opened',
    ],
  }
  for (const [how, [harm, words]] of Object.entries(harms))
    it(`is refused in words, with the backup to restore, when the database of the store ${how} (R4)`, async () => {
      const damaged = await mkdtemp(join(tmpdir(), 'damaged-'))
      await cp(dataDir, damaged, { recursive: true, filter: (path) => !path.endsWith('.sock') })
      await writeFile(join(damaged, 'last-backup.json'), note)
      await harm(join(damaged, 'store', 'data.sqlite'))
      const { text, code } = await start(damaged)
      await rm(damaged, { recursive: true })

      expect(code).to.equal(1)
      expect(text).to.include(join(damaged, 'store')).and.to.include(words)
      expect(text).to.include('npm run restore -- --from /backups/monday')
      expect(text).not.to.match(/^ {4}at /m)
    })

  it('is refused in words when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { text, code } = await start(dataDir, { PORT: String(port) })
    other.close()

    expect(code).to.equal(1)
    expect(text).to.include(`端口 ${port} 已被别的程序占用`).and.to.include('set PORT to another one')
    expect(text).not.to.match(/^ {4}at /m)
  })

  it('is refused in words when there is no room to write', async () => {
    const small = await mkdtemp(join(tmpdir(), 'no-room-'))
    const { text, code } = await start(small, { STORE_BYTE_CAP: '100000' })
    await rm(small, { recursive: true })

    expect(code).to.equal(1)
    expect(text).to.include('没有启动').and.to.include(small).and.to.include('Make room on that disk')
    expect(text).not.to.match(/^ {4}at /m)
  })
})

/** Lines that are no line of the log, and hold an error of the socket or a stack trace. */
const rawErrors = (text: string) =>
  text.split('\n').filter((line) => !line.startsWith('{') && /EPIPE|ENOENT|ECONNRE|^ {4}at /.test(line))
const tookOver = (text: string) => /"role":"owner","healthy":true/.test(text)

describe('three processes that start at once on one empty folder', function () {
  this.timeout(300_000)
  let world: World
  let running: OtherProcess[]

  before(async () => {
    world = await startWorld({ withProduct: false })
    running = await Promise.all(Array.from({ length: 3 }, () => world.startAnother()))
  })
  after(() => world.end())

  it('are all ready, and end in order one after the other while the next goes on with the data', async () => {
    const { sandbox } = world
    const { personId, resume } = await newcomer(world)
    const phoneAt = ({ url }: OtherProcess) => candidateClient({ productUrl: url, sandbox, personId })
    const { id } = await stubbornly('applying', async () =>
      (await phoneAt(running[0]!)).apply('teller', resume, `tap-${personId}`),
    )

    while (running.length > 0) {
      const owner = await waitFor('an owner', async () => running.find((one) => tookOver(one.log())), {
        withinMs: 60_000,
      })
      expect(await owner.stop(), owner.log()).to.equal(0)
      expect(rawErrors(owner.log())).to.deep.equal([])

      running = running.filter((other) => other !== owner)
      for (const other of running) {
        expect((await fetch(`${other.url}/healthz`)).status).to.equal(200)
        const applications = await stubbornly('a look at the other', async () => (await phoneAt(other)).applications())
        expect(applications.map((application) => application.id)).to.deep.equal([id])
      }
    }
  })

  it('are all ready although each ends as soon as it is, with the store that the others were opening', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'first-start-'))
    const started = await Promise.all([start(empty), start(empty), start(empty)])
    await rm(empty, { recursive: true })

    for (const { text, code } of started) {
      expect(code, text).to.equal(0)
      expect(rawErrors(text)).to.deep.equal([])
    }
  })
})
