/** From a file to applications, through the whole application. */
import { expect } from 'chai'
import { utils, write } from '@e965/xlsx'
import type {
  ApplicantImportCheck,
  ApplicantImportView,
  ImportApplicants,
} from '../../../shared/contracts/applicant-imports.js'
import { resume } from '../../../test/builders/resumes.js'
import { importApplicant } from '../../../test/builders/import-applicant.js'
import { forAll, productServer, type Browser, type ProductServer } from '../../../test/builders/product-server.js'
import { workOffImports } from './import-applicants.job.js'

const head = '姓名,手机号,学历,毕业院校,专业,工作年限,民族'
const wang = '王小明,13800138000,本科,江南财经大学,金融学,0,汉'
const li = '李雷,13900139000,硕士,江南大学,会计,2,汉'
const inUtf8 = (...lines: string[]) => Buffer.from(lines.join('\n'))
/** 姓名,手机号,学历,毕业院校,专业,工作年限 / 王小明,13800138000,本科,江南大学,会计,0 */
const inGbk = Buffer.from(
  'd0d5c3fb2ccad6bbfabac52cd1a7c0fa2cb1cfd2b5d4bad0a32cd7a8d2b52cb9a4d7f7c4eacfde0a' +
    'cdf5d0a1c3f72c31333830303133383030302cb1bebfc62cbdadc4cfb4f3d1a72cbbe1bcc62c300a',
  'hex',
)

describe('importing applicants', function () {
  this.timeout(60_000)
  let product: ProductServer
  let recruiter: Browser

  beforeEach(async () => {
    product = await productServer({ defaultData: true })
    await product.addStaff('recruiter', [forAll('recruiter')])
    recruiter = await product.signIn('recruiter')
  })
  afterEach(() => product.close())

  const body = (bytes: Uint8Array, changes: Partial<ImportApplicants> = {}) => ({
    positionId: 'teller',
    basis: 'campus',
    source: '校园招聘系统',
    told: true,
    fileName: 'a.csv',
    base64: Buffer.from(bytes).toString('base64'),
    ...changes,
  })
  const post = async (path: '' | '/check', bytes: Uint8Array, changes: Partial<ImportApplicants> = {}) =>
    (await recruiter.call('POST', `/api/staff/applicant-imports${path}`, body(bytes, changes)))
      .body as ApplicantImportCheck
  const look = async (id: string) =>
    (await recruiter.call('GET', `/api/staff/applicant-imports/${id}`)).body as ApplicantImportView
  const resultOf = async (id: string) =>
    String((await recruiter.call('GET', `/api/staff/applicant-imports/${id}/result`)).body)
  const rowsOf = (name: string, filter = {}) => product.connection.collection(name).countDocuments(filter)
  const faultsOf = ({ faults }: ApplicantImportCheck) =>
    faults.map((one) => `${one.line}:${one.column} ${one.message.zh}`)
  const work = () => product.runJob('import-applicants')
  const counts = async (id: string) =>
    Object.fromEntries(Object.entries((await look(id)).counts).filter(([, count]) => count > 0))

  it('shows how columns are read and keeps nothing, then makes applications by import, row by row', async () => {
    const looked = await post('/check', inUtf8(head, wang, li))
    expect(looked).to.deep.include({ matchedBy: 'names', rows: 2, fit: 2, faults: [] })
    expect(looked.columns.map(({ use }) => use)).to.deep.equal([
      ...['name', 'phone', 'degree', 'school', 'major', 'yearsOfExperience', 'left-out'],
    ])
    expect(await rowsOf('applicantimports')).to.equal(0)

    const { importId } = await post('', inUtf8(head, wang, li))
    expect(await look(importId!)).to.include({ status: 'running', rows: 2, source: '校园招聘系统', basis: 'campus' })
    await work()

    expect(await look(importId!)).to.include({ status: 'done' })
    expect(await counts(importId!)).to.deep.equal({ new: 2 })
    expect(await rowsOf('applications', { source: 'import', holders: [] })).to.equal(2)
    expect(await rowsOf('candidates', { owner: 'bank' })).to.equal(2)
  })

  it('says in a file what became of each row, by number and short code and nothing else of anybody', async () => {
    await importApplicant({ deps: product.deps, orgId: product.deps.orgId }, resume())
    await importApplicant(
      { deps: product.deps, orgId: product.deps.orgId },
      resume({ name: '赵六', phone: '13900139000' }),
    )
    const { importId } = await post('', inUtf8(head, wang, li, '韩梅梅,13700137000,本科,江南大学,会计,1,'))
    await work()

    const text = await resultOf(importId!)
    const { shortCode } = (await product.connection.collection('candidates').findOne({}, { sort: { _id: -1 } }))!
    expect(text.replace('\uFEFF', '').split('\n').slice(0, 4)).to.deep.equal([
      '行,结果,短码,说明',
      '2,保留原有,,已经投递过这个岗位，内容不同；原来的没有改动。',
      '3,没有导入,,这个手机号已经属于另一个姓名，请先核对。',
      `4,已导入,${shortCode as string},新的申请，会照常筛选。`,
    ])
    expect(text).not.to.match(/1[3-9]\d{9}|王小明|韩梅梅/)
  })

  it('changes nothing when the same file comes again, at once or later', async () => {
    const both = await Promise.all([post('', inUtf8(head, wang, li)), post('', inUtf8(head, wang, li))])
    expect(both[0].importId).to.equal(both[1].importId)
    await work()
    product.pass(1_000)

    const again = await post('', inUtf8(head, wang, li))
    await work()
    expect(await counts(again.importId!)).to.deep.equal({ same: 2 })
    expect(await rowsOf('applications')).to.equal(2)
    expect(await rowsOf('candidates')).to.equal(2)
    expect(await rowsOf('timelineevents', { kind: 'applied' })).to.equal(2)
  })

  it('goes on where a process died, also beside another one', async () => {
    const { importId } = await post('', inUtf8(head, wang, li, '韩梅梅,13700137000,本科,江南大学,会计,1,'))
    const { applicantImports } = product.deps
    let settled = 0
    const dying = {
      ...product.deps,
      applicantImports: {
        ...applicantImports,
        settleLine: async (...given: Parameters<typeof applicantImports.settleLine>) => {
          settled += 1
          if (settled > 1) throw new Error('died')
          return applicantImports.settleLine(...given)
        },
      },
    }
    await workOffImports(dying).catch(() => undefined)
    expect((await look(importId!)).status).to.equal('running')

    product.pass(61_000)
    await Promise.all([work(), work()])
    expect(await look(importId!)).to.include({ status: 'done' })
    expect(await counts(importId!)).to.deep.equal({ new: 3 })
    expect(await rowsOf('applications')).to.equal(3)
  })

  it('gives up after several tries, says which rows are not done, and keeps nothing of them', async () => {
    const { importId } = await post('', inUtf8(head, wang))
    const failing = {
      ...product.deps,
      isOpenPosition: async () => {
        throw new Error('away')
      },
    }
    for (let tries = 0; tries < 6; tries += 1) {
      await workOffImports(failing).catch(() => undefined)
      product.pass(61_000)
    }

    expect(await look(importId!)).to.include({ status: 'given-up' })
    expect(await counts(importId!)).to.deep.equal({ 'not-done': 1 })
    expect(await rowsOf('applicantimportlines', { sealed: { $exists: true } })).to.equal(0)
  })

  it('lets go of what was kept when its sender died before the end of it, or goes on when they come again', async () => {
    const { applicantImports } = product.deps
    const dead = { status: 'reading', orgId: product.deps.orgId, positionId: 'teller', basis: 'campus', source: 's' }
    const kept = { by: 'b', at: product.now(), rows: 1, headings: 'h', columns: [], running: 'x', attempts: 0 }
    await product.connection.collection('applicantimports').insertOne({ ...dead, ...kept })
    await work()
    expect(await rowsOf('applicantimports', { status: 'reading' })).to.equal(1)

    const { orgId } = product.deps
    const fresh = { orgId, positionId: 'teller', basis: 'campus', source: 's', by: 'b', columns: [] } as const
    const applicants = [{ line: 2, resume: resume() }]
    const again = { ...fresh, columns: [], at: product.now(), headings: 'h', contentHash: 'x', applicants }
    expect((await applicantImports.begin(again)).status).to.equal('running')
    await product.connection.collection('applicantimports').insertOne({ ...dead, ...kept, running: 'y' })
    product.pass(601_000)
    await product.runJob('end-unread-imports')
    expect(await rowsOf('applicantimports', { status: 'given-up' })).to.equal(1)
  })

  it('reads GBK, the mark of UTF-8 and Excel alike', async () => {
    const sheet = utils.aoa_to_sheet([head, wang].map((line) => line.split(',')))
    const book = utils.book_new(sheet, '名单')
    const excel = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer

    for (const bytes of [inGbk, inUtf8(`\uFEFF${head}`, wang), excel])
      expect(await post('/check', bytes)).to.deep.include({ faults: [], fit: 1 })
    const { importId } = await post('', inGbk)
    await work()
    expect(await counts(importId!)).to.deep.equal({ new: 1 })
  })

  it('reads a list of objects, our own form and JSON Resume, and names what stays behind', async () => {
    const { experiences, ...own } = resume({ phone: '13600136000' })
    const basics = { name: '李雷', phone: '13900139000', image: 'https://example.com/a.png' }
    const education = [{ institution: '江南大学', area: '会计', studyType: '硕士' }]
    const open = { basics, education, certificates: ['会计证'], yearsOfExperience: 2 }
    const json = (value: unknown) => Buffer.from(JSON.stringify(value))

    const ours = await post('/check', json([{ ...own, experiences }]), { fileName: 'a.json' })
    expect(ours).to.deep.include({ faults: [], fit: 1 })
    const { columns, importId } = await post('', json([open]), { fileName: 'a.json' })
    await work()
    expect(await counts(importId!)).to.deep.equal({ new: 1 })
    expect(columns.filter(({ use }) => use === 'left-out').map(({ heading }) => heading)).to.deep.equal([
      'basics.image',
    ])
    expect(faultsOf(await post('/check', json([{ ...own, phone: 1 }]), { fileName: 'a.json' }))).to.deep.equal([
      '1:2 手机号不对。',
    ])
    expect(faultsOf(await post('/check', Buffer.from('[{]'), { fileName: 'a.json' }))).to.deep.equal([
      '1:1 文件读不出来。',
    ])
  })

  describe('of a broken file takes in nothing and says what is wrong', () => {
    const nothing = async () => expect(await rowsOf('applicantimports')).to.equal(0)

    it('a picture that is called a table', async () => {
      expect(faultsOf(await post('', Buffer.from('89504e470d0a1a0a00000000', 'hex')))).to.deep.equal([
        '1:1 文件读不出来。',
      ])
      await nothing()
    })

    it('headings of something else', async () => {
      const check = await post('', inUtf8('订单号,金额', '1,2'))
      expect(faultsOf(check)).to.deep.equal(['1:1 缺少列：姓名、手机号、学历、学校、专业、工作年限。'])
      await nothing()
    })

    it('one row of many', async () => {
      const check = await post('', inUtf8(head, wang, '李雷,139,无,江南大学,会计,2,汉'))
      expect(check.fit).to.equal(1)
      expect(faultsOf(check)).to.deep.equal(['3:2 手机号不对。', '3:3 学历看不懂。'])
      await nothing()
    })
  })

  it('remembers how the columns of such a file were used, for this organisation', async () => {
    const own = ['a,b,c,d,e,f', ...[wang].map((line) => line.split(',').slice(0, 6).join(','))]
    const columns = ['name', 'phone', 'degree', 'school', 'major', 'yearsOfExperience'] as const
    expect(faultsOf(await post('/check', inUtf8(...own)))).to.have.lengthOf(1)
    await post('', inUtf8(...own), { columns: [...columns] })

    expect(await post('/check', inUtf8(...own))).to.deep.include({ matchedBy: 'memory', fit: 1, faults: [] })
    expect(faultsOf(await post('/check', inUtf8(...own), { columns: ['name'] }))).to.deep.equal([
      '1:1 选的列数和文件的列数不一样。',
    ])
  })

  it('needs a basis, a source and that the people were told, and stands in the audit trail before it begins', async () => {
    for (const lacking of ['basis', 'source', 'told']) {
      const { [lacking]: _none, ...rest } = body(inUtf8(head, wang)) as Record<string, unknown>
      expect((await recruiter.call('POST', '/api/staff/applicant-imports', rest)).status, lacking).to.equal(400)
    }
    await post('', inUtf8(head, wang))
    const entries = await product.connection
      .collection('auditentries')
      .find({ action: /^applicants\./ })
      .toArray()
    expect(entries.map(({ action, code, count }) => [action, code ?? '', count ?? 0] as unknown)).to.deep.include([
      'applicants.told',
      'basis-campus',
      1,
    ])
    expect(JSON.stringify(await product.connection.collection('applicantimportlines').find().toArray())).not.to.match(
      /王小明|13800138000/,
    )
  })
})
