/** What somebody tells of working with others, on the report page: over HTTP and real stores (R45, E5). */
import { expect } from 'chai'
import type { ApplicationForStaff } from '../shared/contracts/staff-reports.js'
import { assessment, unsureAssessment } from './builders/assessments.js'
import { openDesk, type Desk, type Interviewed } from './builders/staff-desk.js'

const quoted = (questionId: string, text: string) => ({ questionId, evidence: { start: 0, end: text.length, text } })
const label = { zh: '听别人说', en: 'Listens to others' }
const alone = { zh: '鼓励别人', en: 'Encourages others' }

describe('what somebody tells of working with others', () => {
  let desk: Desk
  let wang: Interviewed

  beforeEach(async () => {
    desk = await openDesk()
    const indicators = [
      { id: 'listening', label, found: [quoted('queue', '我先听他说完'), quoted('interest', '问了她的想法')] },
      { id: 'encouraging', label: alone, found: [quoted('secret', '我表扬了同事')] },
    ]
    wang = await desk.interviewed('王小明', { ...unsureAssessment(assessment()), indicators })
  })
  afterEach(() => desk.close())

  it('is on the report in their words, and waits with the question that its reader has not rated', async () => {
    const page = () => desk.get<ApplicationForStaff>('recruiter', `/api/staff/applications/${wang.applicationId}`)
    const rate = (questionId: string) =>
      desk.post('recruiter', `/api/staff/reports/${wang.reportId}/ratings`, { questionId, score: 3.5 })

    const before = await page()
    expect(before.body.report!.indicators).to.deep.equal([
      { id: 'listening', label, found: [quoted('interest', '问了她的想法')] },
    ])
    expect(before.text).not.to.contain('我表扬了同事').and.not.to.contain('鼓励别人')

    await rate('queue')
    await rate('secret')
    expect((await page()).body.report!.indicators.map(({ id, found }) => `${id} ${found.length}`)).to.deep.equal([
      'listening 2',
      'encouraging 1',
    ])
  })
})
