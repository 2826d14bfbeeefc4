/** From a file to the page of a candidate, over real stores. */
import { expect } from 'chai'
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import { assessment } from '../../../test/builders/assessments.js'
import { resume } from '../../../test/builders/resumes.js'
import { deskNow, openDesk, orgId, type Desk, type Interviewed } from '../../../test/builders/staff-desk.js'
import { readTable, type TableFile } from '../../tables/read-table.js'
import { checkWrittenTest, importWrittenTest } from './import-written-test.js'

const head = '短码,手机号,题号,题目,得分,满分,作答,正确答案,解析'

describe('results of a written test', () => {
  let desk: Desk
  let wang: Interviewed
  let code: string
  const asked = (...lines: string[]) => ({
    orgId,
    positionId: 'teller',
    testId: 'w1',
    title: '柜面知识',
    source: '测评系统',
    takenOn: '2026-11-20',
    by: 'member-recruiter',
    file: { name: 'a.csv', bytes: Buffer.from([head, ...lines].join('\n')) },
  })
  const deps = () => ({
    ...desk.stores,
    readTable: async (file: TableFile) => readTable(file),
    clock: { now: () => deskNow },
  })
  const bring = (...lines: string[]) => importWrittenTest(deps(), asked(...lines))
  const pageOf = (who: Parameters<Desk['get']>[0] = 'recruiter') =>
    desk.get<ApplicationForStaff>(who, `/api/staff/applications/${wang.applicationId}`)
  const counts = ({ faults, ...rest }: Awaited<ReturnType<typeof bring>>) => ({ ...rest, faults: faults.length })

  beforeEach(async () => {
    desk = await openDesk()
    wang = await desk.interviewed('王小明', assessment())
    code = (await desk.stores.candidates.findById(orgId, wang.candidateId))!.shortCode
  })
  afterEach(() => desk.close())

  it('stand on the candidate’s page with their source and what explains the wrong ones, and change no score', async () => {
    const before = (await pageOf()).body.report!.total
    const outcome = await bring(`${code},,1,利息,0,2,500,550,按 360 天`, `${code},,2,假币,3,3,,,`)
    const { body } = await pageOf()

    expect(counts(outcome)).to.deep.equal({ new: 1, changed: 0, unchanged: 0, faults: 0 })
    expect(body.writtenTests).to.deep.equal([
      {
        testId: 'w1',
        title: '柜面知识',
        source: '测评系统',
        takenOn: '2026-11-20',
        importedAt: deskNow.toISOString(),
        points: 3,
        of: 5,
        items: 2,
        wrong: [
          {
            item: '1',
            title: '利息',
            kind: 'question',
            right: false,
            points: 0,
            of: 2,
            answer: '500',
            rightAnswer: '550',
            explanation: '按 360 天',
          },
        ],
      },
    ])
    expect(body.report!.total).to.equal(before)
    const file = await desk.get('recruiter+download', `/api/staff/applications/${wang.applicationId}/report.pdf`)
    expect(file.text).to.contain('柜面知识：3 / 5').and.contain('解析：按 360 天')
  })

  it('are kept once a test and person: the same again changes nothing, a corrected file takes their place', async () => {
    await bring(`${code},,1,,0,2,,,`)

    expect(counts(await bring(`${code},,1,,0,2,,,`))).to.deep.equal({ new: 0, changed: 0, unchanged: 1, faults: 0 })
    expect(counts(await bring(`${code},,1,,2,2,,,`))).to.deep.equal({ new: 0, changed: 1, unchanged: 0, faults: 0 })
    expect((await pageOf()).body.writtenTests!.map(({ points }) => points)).to.deep.equal([2])
  })

  it('are looked at without being kept, and kept whole or not at all', async () => {
    const preview = await checkWrittenTest(deps(), asked(`${code},,1,,0,2,,,`))
    const refused = await bring(`${code},,1,,0,2,,,`, 'ZZZZ,,1,,0,2,,,')

    expect(counts(preview)).to.deep.equal({ new: 1, changed: 0, unchanged: 0, faults: 0 })
    expect(refused.faults.map(({ line, column, message }) => `${line}:${column} ${message.zh}`)).to.deep.equal([
      '3:1 没有找到应聘这个岗位的这个人。',
    ])
    expect((await pageOf()).body).not.to.have.property('writtenTests')
  })

  it('find somebody by the number on file, and never by one that was only claimed', async () => {
    const { phone } = (await desk.stores.candidates.identityOf(orgId, wang.candidateId))!
    const other = (await desk.stores.candidates.insertUnlessKnown({
      orgId,
      owner: 'wx-somebody',
      phoneProved: false,
      name: '冒名',
      phone,
      language: 'zh',
      createdAt: deskNow,
    }))!
    await desk.stores.applications.insertUnlessApplied({
      orgId,
      candidateId: other.id,
      positionId: 'teller',
      source: 'mini-program',
      holders: [],
      resume: resume({ phone }),
      contentHash: 'claimed',
      appliedAt: deskNow,
    })

    expect(counts(await bring(`,${phone},1,,1,2,,,`))).to.include({ new: 1, faults: 0 })
    expect((await pageOf()).body.writtenTests).to.have.lengthOf(1)
    expect(counts(await bring(`${code},,1,,1,2,,,`, `,${phone},2,,1,2,,,`))).to.include({ faults: 1 })
    expect(counts(await importWrittenTest(deps(), { ...asked(`${code},,1,,1,2,,,`), positionId: 'risk' }))).to.include({
      faults: 1,
    })
  })

  it('are sealed in the store', async () => {
    await bring(`${code},,1,利息,0,2,我的作答,550,按 360 天`)
    const rows = await desk.connection.collection('writtentests').find().toArray()

    expect(rows).to.have.lengthOf(1)
    expect(JSON.stringify(rows)).not.to.match(/我的作答|利息|柜面知识/)
  })
})
