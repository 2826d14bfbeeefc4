/** Somebody changes the store behind the product's back: what was changed is refused, and everybody else goes on. */
import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { Types } from 'mongoose'
import type { WaitingList } from '../shared/contracts/staff-decisions.js'
import type { ApplicationForStaff, CandidateRows } from '../shared/contracts/staff-reports.js'
import { assessment, unsureAssessment } from './builders/assessments.js'
import { openDesk, orgId, type Desk, type Interviewed } from './builders/staff-desk.js'

const unsure = unsureAssessment(assessment())

describe('a store that somebody changed', () => {
  let desk: Desk
  let wang: Interviewed
  let li: Interviewed
  const pageOf = ({ applicationId }: Interviewed) =>
    desk.get<ApplicationForStaff & { error: { code: string } }>('hr-admin', `/api/staff/applications/${applicationId}`)
  const idOf = (id: string) => ({ _id: new Types.ObjectId(id) })

  beforeEach(async () => {
    desk = await openDesk()
    wang = await desk.interviewed('王小明', unsure)
    li = await desk.interviewed('李雷', unsure)
  })
  afterEach(() => desk.close())

  it('shows no report on another person’s page once the two were swapped', async () => {
    const reports = desk.connection.collection('reports')
    expect((await pageOf(wang)).status).to.equal(200)
    await reports.updateOne(idOf(wang.reportId), { $set: { applicationId: li.applicationId } })
    await reports.updateOne(idOf(li.reportId), { $set: { applicationId: wang.applicationId } })

    for (const one of [wang, li]) {
      const { status, text } = await pageOf(one)
      expect(status).to.equal(500)
      expect(text).not.to.include('的回答')
    }
  })

  for (const [what, change] of [
    ['whose it is', { applicationId: 'another' }],
    ['the verdict', { status: 'decided', verdict: 'advance', decidedBy: 'member-recruiter', decidedAt: new Date(0) }],
  ] as const)
    it(`carries out and shows no decision whose row says otherwise about ${what}`, async () => {
      await desk.connection.collection('decisions').updateOne(idOf(wang.decisionId), { $set: { ...change } })

      const error = await desk.stores.decisions.findById(orgId, wang.decisionId).catch((thrown: unknown) => thrown)

      expect(error).to.include({ code: 'record-changed', status: 500 })
      const { body } = await desk.get<WaitingList>('hr-admin', '/api/staff/waiting')
      expect(body.waiting.map(({ name }) => name)).to.deep.equal(['李雷'])
    })

  it('takes no rating for another reviewer’s', async () => {
    await desk.post('recruiter', `/api/staff/reports/${wang.reportId}/ratings`, { questionId: 'queue', score: 3 })
    const before = await desk.stores.ratings.listOf(orgId, wang.reportId)
    await desk.connection.collection('ratings').updateOne({}, { $set: { by: 'member-interviewer' } })

    expect(before).to.have.length(1)
    expect(await desk.stores.ratings.listOf(orgId, wang.reportId)).to.deep.equal([])
    expect(await desk.stores.ratings.listRated(orgId, [wang.reportId])).to.deep.equal([])
  })

  it('keeps every list, with a row that says so for a person who cannot be read', async () => {
    await desk.connection
      .collection('candidates')
      .updateOne(idOf(wang.candidateId), { $set: { identity: randomBytes(80) } })

    const candidates = await desk.get<CandidateRows>('hr-admin', '/api/staff/candidates')
    const waiting = await desk.get<WaitingList>('hr-admin', '/api/staff/waiting')

    for (const names of [candidates.body.candidates, waiting.body.waiting])
      expect(names.map(({ name }) => name)).to.have.members(['李雷', '（材料无法读取） · (data unreadable)'])
    expect(await desk.stores.candidates.identityOf(orgId, wang.candidateId)).to.equal(undefined)
  })
})
