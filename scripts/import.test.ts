import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { bank, file, organisation, position } from '../test/builders/data-files.js'
import { readConfig } from '../server/config.js'
import { openEmbeddedMongo } from '../server/embedded-mongo/index.js'
import { auditStore, headFiles, verifyAudit } from '../server/features/audit/index.js'
import { connectStore } from '../server/mongo/connection.js'
import { loadKeyRing } from '../server/mongo/key-ring.js'
import { importCommand } from './import-command.js'

describe('npm run import', function () {
  this.timeout(60_000)
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'))
    await mkdir(join(folder, 'files'))
    for (const { path, text } of [
      file(organisation(), 'org.yaml'),
      file(position(), 'position.yaml'),
      file(bank(), 'bank.yaml'),
    ]) {
      await writeFile(join(folder, 'files', path), text)
    }
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** The command in this process. */
  async function call(...args: string[]) {
    const lines: string[] = []
    const say = (line: string) => void lines.push(line)
    const code = await importCommand({ args, env: { DATA_DIR: dataDir() }, say, complain: say })
    return { code, text: lines.join('\n') }
  }
  const dataDir = () => join(folder, 'data')
  async function trail() {
    const config = readConfig({ DATA_DIR: dataDir() })
    const store = await openEmbeddedMongo({ dataDir: join(dataDir(), 'store') })
    const connection = await connectStore(store.uri, config.dbName)
    const auditKey = (await loadKeyRing(config.keys)).derive('audit')
    const found = await verifyAudit({ auditEntries: auditStore(connection), auditKey }, [
      headFiles(join(dataDir(), 'audit')),
    ])
    await connection.close()
    await store.close()
    expect(found.faults).to.deep.equal([])
    return found
  }
  const run = (args: string[]) =>
    new Promise<{ code: number; text: string }>((resolve) => {
      const env = { ...process.env, DATA_DIR: dataDir(), MONGODB_URI: '' }
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', 'scripts/import.ts', ...args],
        { env },
        (_error, out, err) => resolve({ code: child.exitCode ?? -1, text: out + err }),
      )
    })

  it('imports once and says unchanged the second time; the audit trail has an entry a file, and none for no change', async () => {
    const first = await call(join(folder, 'files'))
    const second = await call(join(folder, 'files'))
    const { segments, entries } = await trail()

    expect(first).to.include({ code: 0 })
    expect(first.text).to.contain('teller-2026.1  新增').and.to.contain('已导入')
    expect(second).to.include({ code: 0 })
    expect(second.text).to.contain('teller-2026.1  没有变化').and.to.contain('没有写入')
    expect({ segments, entries }).to.deep.equal({ segments: 1, entries: 4 }) // one opens the segment
  })

  it('writes nothing when it cannot be written down', async () => {
    await mkdir(join(folder, 'data'))
    await writeFile(join(folder, 'data', 'audit'), 'a file where the heads should lie')

    expect(await call(join(folder, 'files'))).to.include({ code: 1 })
    await rm(join(folder, 'data', 'audit'))
    expect((await call('--check', join(folder, 'files'))).text).to.contain('teller-2026.1  新增')
  })

  it('checks without leaving a store behind', async () => {
    const { code, text } = await run(['--check', join(folder, 'files')])

    expect(code).to.equal(0)
    expect(text).to.contain('没有写入')
    expect(existsSync(join(folder, 'data'))).to.equal(false)
  })

  it('ends with 1 and the line of every fault, writes nothing, and still checks the files beside a missing one', async () => {
    await writeFile(join(folder, 'files', 'position.yaml'), file({ ...position(), minutes: 0 }).text)

    const { code, text } = await call(join(folder, 'files'), join(folder, 'missing.yaml'))

    expect(code).to.equal(1)
    expect(text)
      .to.match(/position\.yaml:\d+:\d+\n {2}“minutes”不能小于 1。/)
      .and.to.contain('missing.yaml:1:1')
    expect(existsSync(join(folder, 'data'))).to.equal(false)
  })

  it('ends with 2 and the usage when called wrongly', async () => {
    for (const { code, text } of await Promise.all([call(), call('--chek', 'x.yaml')])) {
      expect(code).to.equal(2)
      expect(text).to.contain('npm run import')
    }
  })
})
