/** What a start says when the data folder is not as it should be. */
import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Started {
  text: string
  code: number | null
}

const isReady = (text: string) => text.includes('"msg":"ready"')

/** Runs until it says it is ready, then is asked to stop; or until it ends by itself. */
async function start(dataDir: string): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', SANDBOX_PORT: '9', LOG_LEVEL: 'info' },
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
    expect(text).to.include('没有启动').and.to.include(join(dataDir, 'keys')).and.to.include('begin anew on purpose')
    expect(text).not.to.match(/^ {4}at /m)
  })

  it('is refused in words when the files of the store are damaged', async () => {
    const damaged = await mkdtemp(join(tmpdir(), 'damaged-'))
    await mkdir(join(damaged, 'store'))
    await writeFile(join(damaged, 'store', 'data.sqlite'), Buffer.alloc(20_000, 'not a database'))
    const { text, code } = await start(damaged)
    await rm(damaged, { recursive: true })

    expect(code).to.equal(1)
    expect(text).to.include(join(damaged, 'store')).and.to.include('latest backup')
    expect(text).not.to.match(/^ {4}at /m)
  })
})
