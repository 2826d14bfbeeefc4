/** The report as a PDF, over HTTP and real stores: who may take it, what is in it, what is written down (C20, C21, E5). */
import { expect } from 'chai'
import { assessment, unsureAssessment } from './builders/assessments.js'
import { openDesk, type Desk, type Interviewed, type Plain, type Who } from './builders/staff-desk.js'

describe('the report as a file', () => {
  let desk: Desk
  let wang: Interviewed
  const rate = (questionId: string) =>
    desk.post('recruiter', `/api/staff/reports/${wang.reportId}/ratings`, { questionId, score: 3.5 })

  beforeEach(async () => {
    desk = await openDesk()
    wang = await desk.interviewed('王小明', unsureAssessment(assessment()))
  })
  afterEach(() => desk.close())

  const fileAs = (who: Who) => desk.get(who, `/api/staff/applications/${wang.applicationId}/report.pdf`)
  const fileOf = (who: Plain) => fileAs(`${who}+download`)

  it('is a right of its own: whoever may read and has not got it reads on, and is told whom to ask', async () => {
    for (const who of ['recruiter', 'hr-admin', 'interviewer@teller', 'department-manager@teller'] as const) {
      const { status, body } = await fileAs(who)
      expect([status, body.error], who).to.deep.equal([
        403,
        {
          code: 'download-not-granted',
          message: '下载需要单独的权限，请找 HR 管理员开通。在页面上查看不受影响。',
        },
      ])
      expect((await desk.get(who, `/api/staff/applications/${wang.applicationId}`)).status, who).to.equal(200)
    }
    expect(desk.audited.filter(({ action }) => action === 'report.download')).to.deep.equal(
      ['recruiter', 'hr-admin', 'interviewer', 'department-manager'].map((role) => ({
        orgId: 'bank-a',
        actor: `member-${role}`,
        via: 'console',
        action: 'report.download',
        subject: { kind: 'application', id: wang.applicationId },
        result: 'refused',
        code: 'download-not-granted',
      })),
    )
  })

  it('is for readers of the page with that right, and is written down as a download before it is sent', async () => {
    for (const who of ['recruiter', 'hr-admin', 'interviewer@teller', 'department-manager@teller'] as const)
      expect((await fileOf(who)).status, who).to.equal(200)
    for (const who of ['it-operator', 'auditor', 'interviewer@risk'] as const)
      expect((await fileOf(who)).status, who).to.equal(403)
    expect((await fileOf('!recruiter')).status).to.equal(404)
    expect(desk.audited.map(({ action, result }) => `${action} ${result}`)).to.deep.equal([
      ...Array<string>(4).fill('report.download done'),
      ...Array<string>(3).fill('report.download refused'),
      'report.download not-found',
    ])
    expect(desk.audited[0]!.subject).to.deep.equal({ kind: 'application', id: wang.applicationId })
  })

  it('has a name that tells neither who nor which number, and holds what the page shows', async () => {
    const before = await fileOf('recruiter')
    expect(before.headers.get('content-type')).to.equal('application/pdf')
    expect(before.headers.get('content-disposition')).to.match(
      /^attachment; filename="report-[0-9A-Z]{4}-20261125\.pdf"$/,
    )
    expect(before.text).to.contain('王小明').and.contain('第1题的回答')
    for (const secret of ['61.37', '3.11', '3.17']) expect(before.text).not.to.contain(secret)
    expect(before.text).not.to.match(/139\d{8}|wang@example/)

    await rate('queue')
    await rate('secret')
    expect((await fileOf('recruiter')).text).to.contain('61 / 100')
    expect((await fileOf('hr-admin')).text).not.to.contain('61 / 100')
  })

  it('is not there for whom the candidate does not share with, nor where there is no report', async () => {
    const { applicationId } = await desk.screened('赵倩')
    await desk.share(wang, false)

    expect((await fileOf('interviewer@teller')).status).to.equal(403)
    expect((await fileOf('recruiter')).status).to.equal(200)
    expect(
      (await desk.get('recruiter+download', `/api/staff/applications/${applicationId}/report.pdf`)).status,
    ).to.equal(404)
  })
})
