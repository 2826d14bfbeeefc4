/** Who asked that a person looks again, in the list of candidates: over HTTP and real stores. */
import { expect } from 'chai'
import type { CandidateRows, CandidateSearch } from '../shared/contracts/staff-reports.js'
import { assessment } from './builders/assessments.js'
import { openDesk, orgId, type Desk, type Interviewed } from './builders/staff-desk.js'

describe('the list of candidates', () => {
  let desk: Desk
  let wang: Interviewed

  before(async () => {
    desk = await openDesk()
    wang = await desk.interviewed('王小明', assessment())
  })
  after(() => desk.close())

  const names = async (who: Parameters<Desk['get']>[0], search: CandidateSearch) =>
    (await desk.post<CandidateRows>(who, '/api/staff/candidates/search', search)).body.candidates.map(
      ({ name }) => name,
    )

  it('finds who asked that a person looks again and waits, also by name among them', async () => {
    await desk.screened('李雷', 'risk')
    await desk.post('recruiter', `/api/staff/decisions/${wang.decisionId}`, {
      verdict: 'decline',
      reason: '经验不足',
    })
    const { id, candidateId, decidedAt } = (await desk.stores.decisions.findById(orgId, wang.decisionId))!
    await desk.stores.appeals.insertOnce({
      orgId,
      candidateId,
      applicationId: wang.applicationId,
      positionId: 'teller',
      decisionId: id,
      key: `appealed:${id}:${decidedAt!.getTime()}`,
      askedAt: decidedAt!,
    })

    expect(await names('recruiter', { show: 'appeal' })).to.have.length(1)
    expect(await names('recruiter', { show: 'appeal', search: '李雷' })).to.deep.equal([])
    expect(await names('recruiter', { show: 'appeal', search: '王' })).to.have.length(1)
    expect(await names('recruiter@risk', { show: 'appeal' })).to.deep.equal([])
    expect(await names('recruiter', { search: '李雷' })).to.have.length(1)
  })
})
