/** What waits to be rated, who has taken it, and looking again after an appeal: over HTTP and real stores (E5, E8). */
import { expect } from 'chai'
import type { ReviewCounts, ReviewEntry, ReviewKind } from '../shared/contracts/review-queue.js'
import type { ApplicationForStaff } from '../shared/contracts/staff-reports.js'
import { assessment, unsureAssessment } from './builders/assessments.js'
import { deskNow, openDesk, orgId, type Desk, type Interviewed, type Who } from './builders/staff-desk.js'

const unsure = unsureAssessment(assessment())
const hourMs = 3_600_000
interface Queue {
  now: string
  counts: ReviewCounts
  reviews: ReviewEntry[]
}
type Refusal = { error: { code: string; message: string } }

describe('the queue of what waits to be rated', () => {
  let desk: Desk
  let wang: Interviewed
  const queueOf = async (who: Who) => (await desk.get<Queue>(who, '/api/staff/reviews')).body
  const kinds = async (who: Who) => (await queueOf(who)).reviews.map(({ kind, questions }) => `${kind} ${questions}`)
  const rate = (who: Who, score: number, questionId = 'queue', reportId = wang.reportId) =>
    desk.post<Refusal>(who, `/api/staff/reports/${reportId}/ratings`, { questionId, score })
  const take = (who: Who, kind: ReviewKind = 'first', reportId = wang.reportId) =>
    desk.post<Refusal>(who, '/api/staff/reviews/take', { reportId, kind })
  const release = (who: Who, kind: ReviewKind = 'first') =>
    desk.post<Refusal>(who, '/api/staff/reviews/release', { reportId: wang.reportId, kind })
  const next = async (who: Who) =>
    (await desk.post<{ taken?: { applicationId: string } }>(who, '/api/staff/reviews/next', {})).body.taken
  const pageOf = (who: Who) => desk.get<ApplicationForStaff>(who, `/api/staff/applications/${wang.applicationId}`)

  beforeEach(async () => {
    desk = await openDesk()
    wang = await desk.interviewed('王小明', unsure)
  })
  afterEach(() => desk.close())

  it('has what nobody rated, then the second rating, then what is to be settled, and at last nothing', async () => {
    expect(await kinds('recruiter')).to.deep.equal(['first 2'])
    await rate('recruiter', 4)
    expect(await kinds('hr-admin')).to.deep.equal(['first 1', 'second 1'])
    await rate('recruiter', 3.5, 'secret')
    await rate('interviewer', 2.5)
    expect(await kinds('hr-admin')).to.deep.equal(['settle 1'])
    await desk.post('recruiter', `/api/staff/reports/${wang.reportId}/settlements`, {
      questionId: 'queue',
      score: 3,
      reason: '一起重读了作答',
    })

    expect(await queueOf('hr-admin')).to.deep.include({
      counts: { first: 0, second: 0, settle: 0, appeal: 0 },
      reviews: [],
    })
  })

  it('says to whom it is open: nobody is their own second rater, and two settle what is theirs, or a lead', async () => {
    const may = async (who: Who) =>
      (await queueOf(who)).reviews.map(({ kind, mayDo }) => `${kind} ${mayDo ? 'yes' : 'no'}`)
    await rate('recruiter', 4)
    await rate('recruiter', 3.5, 'secret')
    expect([await may('recruiter'), await may('hr-admin')]).to.deep.equal([['second no'], ['second yes']])
    expect((await take('recruiter', 'second')).body.error.code).to.equal('nothing-to-review')

    await rate('interviewer', 2.5)
    expect([await may('interviewer'), await may('hr-admin')]).to.deep.equal([['settle yes'], ['settle yes']])
  })

  it('shows somebody else’s positions to nobody, and nothing of who does not share', async () => {
    expect(await kinds('interviewer@risk')).to.deep.equal([])
    await desk.share(wang, false)
    expect(await kinds('interviewer')).to.deep.equal([])
    expect(await kinds('recruiter')).to.deep.equal(['first 2'])
    expect((await desk.get('auditor', '/api/staff/reviews')).status).to.equal(403)
  })

  describe('taken by somebody', () => {
    beforeEach(() => take('recruiter'))

    it('is shown with who has it and until when, and refused to a colleague in words', async () => {
      const [entry] = (await queueOf('hr-admin')).reviews
      const until = new Date(deskNow.getTime() + 24 * hourMs).toISOString()
      expect(entry!.taken).to.deep.equal({ by: '李静', mine: false, until })

      const refused = await take('hr-admin')
      expect([refused.status, refused.body.error.code]).to.deep.equal([409, 'review-taken'])
      expect(refused.body.error.message).to.contain('已经领取')
    })

    it('is free again after a day, and what was rated until then is kept', async () => {
      await rate('recruiter', 3.5)
      desk.pass(24 * hourMs)

      expect((await queueOf('hr-admin')).reviews[0])
        .to.include({ questions: 1 })
        .and.not.have.property('taken')
      expect((await take('hr-admin')).status).to.equal(200)
      expect(await desk.stores.ratings.listOf(orgId, wang.reportId)).to.have.length(1)
    })

    it('is put back by who has it or by a lead, not by a colleague', async () => {
      expect((await release('interviewer')).status).to.equal(403)
      expect((await release('recruiter')).status).to.equal(200)
      expect((await take('interviewer')).status).to.equal(200)
      expect((await release('hr-admin')).status).to.equal(200)
      expect((await release('hr-admin')).body.error.code).to.equal('nothing-to-review')
    })

    it('is held for one, though several take it at the same moment', async () => {
      await release('recruiter')
      const taken = await Promise.all([take('recruiter'), take('hr-admin'), take('interviewer')])

      expect(taken.map(({ status }) => status).sort()).to.deep.equal([200, 409, 409])
    })
  })

  it('gives the longest waiting that nobody has as the next, and goes on with one’s own', async () => {
    desk.pass(hourMs)
    const li = await desk.interviewed('李雷', unsure)

    expect((await next('recruiter'))!.applicationId).to.equal(wang.applicationId)
    expect((await next('hr-admin'))!.applicationId).to.equal(li.applicationId)
    expect(await next('interviewer')).to.equal(undefined)
    expect((await next('recruiter'))!.applicationId).to.equal(wang.applicationId)
  })

  it('counts the same for the number beside 今天', async () => {
    await rate('recruiter', 4)

    const { body } = await desk.get<ReviewCounts>('hr-admin', '/api/staff/reviews/count')
    expect(body).to.deep.equal((await queueOf('hr-admin')).counts)
    expect(body).to.deep.equal({ first: 1, second: 1, settle: 0, appeal: 0 })
  })

  describe('an appeal after the interview', () => {
    beforeEach(async () => {
      await rate('recruiter', 2)
      await rate('recruiter', 3, 'secret')
      await desk.post('recruiter', `/api/staff/decisions/${wang.decisionId}`, {
        verdict: 'decline',
        reason: '沟通只有两分',
        despiteSecond: true,
      })
      desk.pass(hourMs)
      const {
        id: decisionId,
        candidateId,
        decidedAt,
        decidedBy,
      } = (await desk.stores.decisions.findById(orgId, wang.decisionId))!
      await desk.stores.appeals.insertOnce({
        orgId,
        candidateId,
        applicationId: wang.applicationId,
        positionId: 'teller',
        decisionId,
        decidedBy: decidedBy!,
        key: `appealed:${decisionId}:${decidedAt!.getTime()}`,
        askedAt: new Date(deskNow.getTime() + hourMs),
      })
    })

    it('is rated anew by somebody who did not decline, and refused to who did in words', async () => {
      const appeals = async (who: Who) => (await queueOf(who)).reviews.filter(({ kind }) => kind === 'appeal')
      expect((await appeals('hr-admin'))[0]).to.include({ questions: 3, mayDo: true })
      expect((await appeals('recruiter'))[0]).to.include({ mayDo: false })

      const refused = await rate('recruiter', 4, 'interest')
      expect([refused.status, refused.body.error.code]).to.deep.equal([403, 'appeal-by-another'])
    })

    it('hides from who looks again every score, rating and reason that was there, also in the list', async () => {
      const { body, text } = await pageOf('hr-admin')

      for (const old of ['61.37', '3.11', '4.71', '沟通只有两分', '李静 2']) expect(text).not.to.contain(old)
      expect(body.report!.questions.every(({ review }) => review?.hidden && review.ratings.length === 0)).to.equal(true)
      expect(body.report).not.to.have.any.keys('band', 'versions')
      const list = await desk.get<{ candidates: { score?: unknown }[] }>('hr-admin', '/api/staff/candidates')
      expect(list.body.candidates[0]!.score).to.equal('hidden')
    })

    it('keeps the bands before and after, and shows both once it is rated', async () => {
      for (const questionId of ['queue', 'secret', 'interest']) await rate('hr-admin', 4.5, questionId)
      const { versions } = (await pageOf('hr-admin')).body.report!

      expect(versions!.before.by).to.deep.equal(['李静'])
      expect(versions!.before.competencies.map(({ id, score }) => `${id} ${score}`)).to.deep.equal([
        'service 2.5',
        'numeracy 4.71',
      ])
      expect(versions!.after.by).to.deep.equal(['member-hr-admin'])
      expect(versions!.after.competencies.map(({ score, band }) => `${score} ${band.zh}`)).to.deep.equal([
        '4.5 优秀',
        '4.5 优秀',
      ])
      expect([versions!.before.total, versions!.after.total]).to.deep.equal([59.6, 87.5])
      expect((await desk.stores.reports.assessmentOf({ orgId, id: wang.reportId }))!.total).to.equal(61.37)
    })

    const answer = (who: Who) =>
      desk.stores.appeals
        .waitingAmong(orgId, [wang.applicationId])
        .then(([appeal]) =>
          desk.post<Refusal>(who, `/api/staff/appeals/${appeal!.id}/answer`, { answer: '又看了一遍，结论没有变。' }),
        )
    const look = async (who: Who) => (await pageOf(who)).body.appeal!.secondLook

    it('is answered only after another person has rated, and the page says who may and who has', async () => {
      expect(await look('hr-admin')).to.deep.equal({ seen: [], reader: 'may' })
      expect(await look('recruiter')).to.deep.equal({ seen: [], reader: 'was-there' })
      const refused = await answer('hr-admin')
      expect([refused.status, refused.body.error.code]).to.deep.equal([409, 'look-first'])
      expect(refused.body.error.message).to.contain('没有作出婉拒、也没有评过这份报告的同事')

      desk.pass(hourMs)
      await rate('interviewer', 2.5)
      const at = new Date(deskNow.getTime() + 2 * hourMs).toISOString()
      expect(await look('hr-admin')).to.deep.equal({ seen: [{ by: 'member-interviewer', at }], reader: 'may' })
      expect((await answer('hr-admin')).status).to.equal(200)
      expect(await look('hr-admin'), 'answered').to.equal(undefined)
    })

    it('is not looked at again by who rated before, whatever else they rate now', async () => {
      const ratedBefore = { reportId: wang.reportId, candidateId: wang.candidateId, questionId: 'queue', score: 2 }
      const at = new Date(deskNow.getTime() + hourMs - 1)
      await desk.stores.ratings.insertOnce({ orgId, ...ratedBefore, by: 'member-hr-admin', at })
      await rate('hr-admin', 4, 'interest')

      expect((await answer('hr-admin')).body.error.code).to.equal('look-first')
      const mine = (await queueOf('hr-admin')).reviews.find(({ kind }) => kind === 'appeal')
      expect(mine, 'the question is still to be looked at').to.include({ questions: 3, mayDo: false })
      await rate('department-manager', 4)
      expect((await answer('hr-admin')).status).to.equal(200)
    })

    it('leaves the queue once every question was looked at again', async () => {
      for (const questionId of ['queue', 'secret', 'interest']) await rate('hr-admin', 2.5, questionId)

      expect((await queueOf('interviewer')).counts.appeal).to.equal(0)
    })
  })
})
