/** Results of a written test by command, over real stores. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { assessment } from '../test/builders/assessments.js'
import { deskNow, openDesk, orgId, type Desk, type Interviewed } from '../test/builders/staff-desk.js'
import { readTable, type TableFile } from '../server/tables/read-table.js'
import { readCall, writtenTestCommand } from './written-test-command.js'

const about = [
  '--position',
  'teller',
  '--test',
  'w1',
  '--title',
  '柜面知识',
  '--source',
  '测评系统',
  '--taken',
  '2026-11-20',
]

describe('npm run import:written-test', () => {
  let desk: Desk
  let wang: Interviewed
  let code: string
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'written-test-'))
    desk = await openDesk()
    wang = await desk.interviewed('王小明', assessment())
    code = (await desk.stores.candidates.findById(orgId, wang.candidateId))!.shortCode
  })
  afterEach(async () => {
    await desk.close()
    await rm(folder, { recursive: true })
  })

  async function run(lines: readonly string[], ...args: string[]) {
    const path = join(folder, 'results.csv')
    await writeFile(path, ['短码,题号,得分,满分', ...lines].join('\n'))
    const deps = {
      ...desk.stores,
      orgId,
      positionOf: async (_orgId: string, id: string) => (id === 'teller' ? { id } : undefined),
      audit: { append: async (entry: (typeof desk.audited)[number]) => void desk.audited.push(entry) },
      readTable: async (file: TableFile) => readTable(file),
      clock: { now: () => deskNow },
    }
    const out: string[] = []
    const say = (line: string) => void out.push(line)
    const ends = await writtenTestCommand(deps, readCall([...args, path])!, { say, complain: say })
    return { ends, text: out.join('\n') }
  }
  const kept = async () =>
    (await desk.stores.writtenTests.listOf(orgId, wang.applicationId)).map(({ testId }) => testId)

  it('keeps what it read, with an entry in the audit trail before it, and says unchanged the second time', async () => {
    const first = await run([`${code},1,2,2`], ...about)
    expect([first.ends, await kept()]).to.deep.equal([0, ['w1']])
    expect(first.text).to.contain('new 1').and.to.contain('已导入')

    const second = await run([`${code},1,2,2`], ...about)
    expect(second.text).to.contain('unchanged 1').and.to.contain('没有写入')
    expect(desk.audited).to.deep.equal([
      {
        orgId,
        actor: 'command',
        via: 'command',
        action: 'written-test.import',
        subject: { kind: 'position', id: 'teller' },
        result: 'allowed',
      },
    ])
  })

  it('only looks with --check, and keeps nothing of a file with a fault, told by line and column', async () => {
    const checked = await run([`${code},1,2,2`], '--check', ...about)
    expect([checked.ends, await kept()]).to.deep.equal([0, []])
    expect(checked.text).to.contain('new 1').and.to.contain('没有写入')

    const faulty = await run([`${code},1,2,2`, `${code},2,5,2`], ...about)
    expect([faulty.ends, await kept(), desk.audited]).to.deep.equal([1, [], []])
    expect(faulty.text).to.match(/results\.csv:3:\d+\n {2}得分高于满分。/)
  })

  it('says how it is called, and refuses a position that is not there or a day that is none', async () => {
    expect(readCall(['results.csv'])).to.equal(undefined)
    expect(readCall([...about, 'a.csv', 'b.csv'])).to.equal(undefined)
    expect(readCall([...about, '--chek', 'a.csv'])).to.equal(undefined)
    expect(() => readCall([...about, '--taken', '2026-11-31', 'a.csv'])).to.throw()
    const refused = await run([], ...about, '--position', 'nobody').catch(({ code: why }: { code: string }) => why)
    expect(refused).to.equal('not-found')
  })
})
