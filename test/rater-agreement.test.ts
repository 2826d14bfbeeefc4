/** How far raters agree with one another and with the machine, over HTTP and real stores (E5). */
import { expect } from 'chai'
import type { AgreementReport } from '../shared/contracts/agreement.js'
import { assessment, unsureAssessment } from './builders/assessments.js'
import { openDesk, type Desk, type Who } from './builders/staff-desk.js'

const unsure = unsureAssessment(assessment())

describe('the agreement of raters', () => {
  let desk: Desk
  const read = async (who: Who, query = '') => desk.get<AgreementReport>(who, `/api/staff/agreement${query}`)
  const rate = (who: Who, reportId: string, score: number, questionId = 'queue') =>
    desk.post(who, `/api/staff/reports/${reportId}/ratings`, { questionId, score })

  before(async () => {
    desk = await openDesk()
    for (const [at, [one, other]] of [
      [2, 2.5],
      [3, 3],
      [4, 4.5],
      [5, 4],
    ].entries()) {
      const { reportId } = await desk.interviewed(`应聘者${at}`, unsure)
      await rate('recruiter', reportId, one!)
      desk.pass(1_000)
      await rate('interviewer', reportId, other!)
      await rate('recruiter', reportId, 4, 'interest')
    }
  })
  after(() => desk.close())

  it('is overall and by competency, between people and between people and machine, with how many pairs', async () => {
    const { body } = await read('hr-admin')

    expect([body.overall.people.n, body.overall.machine.n]).to.deep.equal([4, 12])
    expect(body.competencies.map(({ id, people, machine }) => `${id} ${people.n} ${machine.n}`)).to.deep.equal([
      'service 4 8',
      'numeracy 0 4',
    ])
    expect(body.overall.people).to.include({ few: true, apart: 0.5 })
  })

  it('gives kappa on bands, intraclass correlation and Pearson, each with an interval that does not change', async () => {
    const { people } = (await read('hr-admin')).body.overall

    // Bands 0 1 2 3 by the first, 0 1 3 2 by the second: 1 - 2 / 10
    expect(people.kappa!.value).to.be.closeTo(0.8, 1e-9)
    // By hand: means 3.5 and 3.5, products 4, squares 5 and 2.5
    expect(people.pearson!.value).to.be.closeTo(3 / Math.sqrt(5 * 2.5), 1e-9)
    expect(people.intraclass!.value).to.be.within(0.8, 0.9)
    expect((await read('hr-admin')).body.overall.people).to.deep.equal(people)
  })

  it('is of one’s own positions, for whoever answers for them', async () => {
    expect((await read('recruiter@risk')).body.overall.machine.n).to.equal(0)
    expect((await read('recruiter', '?positionId=risk')).body.overall.machine.n).to.equal(0)
    expect((await read('!hr-admin')).body.overall.machine.n).to.equal(0)
    expect((await read('interviewer')).status).to.equal(403)
  })
})
