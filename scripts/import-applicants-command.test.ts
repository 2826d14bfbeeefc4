/** Applicants by command, through the whole application. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { productServer, type ProductServer } from '../test/builders/product-server.js'
import { importApplicantsCommand, readCall } from './import-applicants-command.js'

const about = ['--position', 'teller', '--basis', 'campus', '--source', '校园招聘系统', '--told']
const head = '姓名,手机号,学历,毕业院校,专业,工作年限,民族'

describe('npm run import:applicants', function () {
  this.timeout(60_000)
  let product: ProductServer
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'applicants-'))
    product = await productServer({ defaultData: true })
  })
  after(async () => {
    await product.close()
    await rm(folder, { recursive: true })
  })

  async function run(line: string, ...args: string[]) {
    const path = join(folder, 'a.csv')
    await writeFile(path, [head, line].join('\n'))
    const out: string[] = []
    const say = (text: string) => void out.push(text)
    const ends = await importApplicantsCommand(product.deps, readCall([...args, path])!, { say, complain: say })
    return { ends, text: out.join('\n') }
  }
  const rowsOf = (name: string, filter = {}) => product.connection.collection(name).countDocuments(filter)

  it('looks with --check, keeps nothing of a faulty file, and begins what the server takes in', async () => {
    const checked = await run('王小明,13800138000,本科,江南大学,会计,0,汉', '--check', ...about)
    expect([checked.ends, await rowsOf('applicantimports')]).to.deep.equal([0, 0])
    expect(checked.text).to.contain('not imported ← 民族').and.to.contain('nothing was written')

    const faulty = await run('王小明,138,本科,江南大学,会计,0,汉', ...about)
    expect([faulty.ends, await rowsOf('applicantimports')]).to.deep.equal([1, 0])
    expect(faulty.text).to.match(/a\.csv:2:2\n {2}手机号不对。/)

    const begun = await run('王小明,13800138000,本科,江南大学,会计,0,汉', ...about)
    await product.runJob('import-applicants')
    expect([begun.ends, await rowsOf('applications', { source: 'import' })]).to.deep.equal([0, 1])
    expect(await rowsOf('auditentries', { action: 'applicants.told', actor: 'command' })).to.equal(1)
  })

  it('says how it is called, and refuses a basis that is none', () => {
    expect(readCall(['a.csv'])).to.equal(undefined)
    expect(readCall([...about.slice(0, -1), 'a.csv'])).to.equal(undefined)
    expect(readCall([...about, 'a.csv', 'b.csv'])).to.equal(undefined)
    expect(() => readCall([...about, '--basis', 'hearsay', 'a.csv'])).to.throw()
  })
})
