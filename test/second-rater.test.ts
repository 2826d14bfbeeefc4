/** A second person rates, two who differ settle it, and a decision waits meanwhile: over HTTP and real stores (E5). */
import { expect } from 'chai'
import type { ApplicationForStaff } from '../shared/contracts/staff-reports.js'
import { assessment, unsureAssessment } from './builders/assessments.js'
import { openDesk, type Desk, type Interviewed, type Who } from './builders/staff-desk.js'

const unsure = unsureAssessment(assessment())
type Refusal = { error: { code: string; message: string } }

describe('a second rater', () => {
  let desk: Desk
  let wang: Interviewed
  const pageOf = async (who: Who) => desk.get<ApplicationForStaff>(who, `/api/staff/applications/${wang.applicationId}`)
  const questionOf = async (who: Who, id = 'queue') =>
    (await pageOf(who)).body.report!.questions.find(({ questionId }) => questionId === id)!
  const rate = (who: Who, score: number, questionId = 'queue') =>
    desk.post<Refusal>(who, `/api/staff/reports/${wang.reportId}/ratings`, { questionId, score })
  const ask = (who: Who, questionId = 'queue') =>
    desk.post<Refusal>(who, `/api/staff/reports/${wang.reportId}/second-ratings`, { questionId })
  const settle = (who: Who, score = 3, reason = '一起重读了作答') =>
    desk.post<Refusal>(who, `/api/staff/reports/${wang.reportId}/settlements`, { questionId: 'queue', score, reason })
  const decide = (changes: object = {}) =>
    desk.post<Refusal>('recruiter', `/api/staff/decisions/${wang.decisionId}`, {
      verdict: 'advance',
      reason: '看过作答',
      ...changes,
    })
  const second = async (id = 'queue') => desk.stores.secondRatings.find('bank-a', wang.reportId, id)

  beforeEach(async () => {
    desk = await openDesk()
    wang = await desk.interviewed('王小明', unsure)
  })
  afterEach(() => desk.close())

  describe('is asked for', () => {
    it('where the person is a band or more from the machine, and not where they are nearer', async () => {
      await rate('recruiter', 4) // the machine gave 3.11
      await rate('recruiter', 3.5, 'secret') // 3.23

      expect(await second()).to.deep.include({ status: 'second', reasons: ['from-machine'] })
      expect(await second('secret')).to.equal(undefined)
    })

    it('by hand of whoever rated, and of nobody else', async () => {
      expect((await ask('recruiter', 'secret')).body.error.code).to.equal('rate-first')
      await rate('recruiter', 3.5, 'secret')

      expect((await ask('recruiter', 'secret')).status).to.equal(200)
      expect(await second('secret')).to.include({ status: 'second', askedBy: 'member-recruiter' })
      expect((await questionOf('recruiter', 'secret')).review).to.deep.include({ mayAskSecond: false })
    })

    it('once, however often somebody asks', async () => {
      await rate('recruiter', 4)
      await ask('recruiter')
      await ask('recruiter')

      expect(await second()).to.deep.include({ reasons: ['from-machine', 'by-hand'] })
      expect(await desk.stores.secondRatings.listOf('bank-a', wang.reportId)).to.have.length(1)
    })
  })

  it('sees neither the machine’s score nor the first one’s, nor the band, before they have rated', async () => {
    await desk.post('recruiter', `/api/staff/reports/${wang.reportId}/ratings`, {
      questionId: 'interest',
      score: 2,
      note: '算错了一步',
    })
    const { body, text } = await pageOf('hr-admin')

    expect(body.report).to.include({ blind: true })
    expect(body.report).not.to.have.any.keys('total', 'band', 'recommendation')
    expect(text).not.to.contain('4.71').and.not.to.contain('算错了一步').and.not.to.contain('from-machine')
    expect((await questionOf('hr-admin', 'interest')).review).to.deep.include({ hidden: true, ratings: [] })
    const { waiting } = (await desk.get<{ waiting: object[] }>('hr-admin', '/api/staff/waiting')).body
    expect(waiting[0]).to.include({ toReview: 3, openSecond: 1 }).and.not.have.property('proposal')
  })

  it('reads no reason of an earlier decision before they have rated', async () => {
    await desk.post('recruiter', `/api/staff/decisions/${wang.decisionId}`, { verdict: 'hold', reason: '沟通只有两分' })
    await rate('recruiter', 4)

    expect((await pageOf('hr-admin')).text).not.to.contain('沟通只有两分')
    expect((await pageOf('recruiter')).text).to.contain('沟通只有两分')
  })

  it('is somebody else, and is told so in words', async () => {
    await rate('recruiter', 4)
    const again = await rate('recruiter', 3)

    expect(again.status).to.equal(409)
    expect(again.body.error).to.deep.include({ code: 'second-by-another' })
    expect(again.body.error.message).to.contain('另一位同事')
    expect(await second()).to.include({ status: 'second' })
  })

  it('agrees: both ratings are kept with who and when, and nothing is left to do', async () => {
    await rate('recruiter', 4)
    await rate('hr-admin', 3.5)
    const { review } = await questionOf('hr-admin')

    expect(review!.ratings.map(({ by, score }) => `${by} ${score}`)).to.deep.equal(['李静 4', 'member-hr-admin 3.5'])
    expect(review!.second).to.include({ status: 'done', maySettle: false })
    expect(review!.second!.reasons).to.deep.equal(['from-machine'])
  })

  describe('a band apart from the first', () => {
    beforeEach(async () => {
      await rate('recruiter', 4)
      await rate('interviewer', 2.5)
    })

    it('has to be settled by one of the two or a lead, with a reason; somebody else is refused in words', async () => {
      expect(await second()).to.include({ status: 'settle' })
      expect((await questionOf('interviewer')).review!.second).to.include({ maySettle: true })
      const other = await desk.post<Refusal>('recruiter', `/api/staff/reports/${wang.reportId}/settlements`, {
        questionId: 'secret',
        score: 3,
        reason: '没有争议',
      })
      expect(other.body.error.code).to.equal('nothing-to-settle')
      expect((await settle('interviewer', 3, '')).status).to.equal(400)

      expect((await settle('interviewer')).status).to.equal(200)
      expect((await settle('recruiter', 4)).body.error.code).to.equal('nothing-to-settle')
    })

    it('keeps all three versions, and shows them side by side', async () => {
      await settle('recruiter')
      const question = await questionOf('interviewer')

      expect(question.review!.ratings.map(({ score }) => score)).to.deep.equal([4, 2.5])
      expect(question.review!.second!.settled).to.deep.include({ score: 3, reason: '一起重读了作答', by: '李静' })
      expect(question.score).to.equal(3.11)
      expect((await pageOf('interviewer')).body.history.map(({ text }) => text.zh)).to.include('两人商定了一道题的评分')
    })

    it('lets a lead read both and settle, who has not rated it', async () => {
      const before = await questionOf('department-manager')
      expect(before.review!.ratings).to.have.length(2)
      expect(before.review!.second).to.include({ maySettle: true })

      expect((await settle('department-manager')).status).to.equal(200)
      expect((await questionOf('department-manager')).review!.second!.settled).to.include({ score: 3 })
    })

    it('makes a report reviewed only once it is settled', async () => {
      await rate('recruiter', 3.5, 'secret')
      const before = (await pageOf('recruiter')).body.report!.status
      await settle('recruiter')

      expect([before, (await pageOf('recruiter')).body.report!.status]).to.deep.equal(['ready', 'reviewed'])
    })
  })

  describe('and a decision meanwhile', () => {
    beforeEach(() => rate('recruiter', 4))

    it('waits, and says so in words', async () => {
      const refused = await decide()

      expect([refused.status, refused.body.error.code]).to.deep.equal([409, 'second-rating-open'])
      expect(refused.body.error.message).to.contain('等第二人评分')
    })

    it('may be put on hold', async () => {
      expect((await decide({ verdict: 'hold' })).status).to.equal(200)
    })

    it('is made in spite of it with a reason, and the history says so', async () => {
      expect((await decide({ despiteSecond: true })).status).to.equal(200)
      expect((await pageOf('recruiter')).body.history.map(({ text }) => text.zh)).to.include(
        '决定时，第二人评分还没有完成',
      )
    })

    it('is made as ever once the second rating is in', async () => {
      await rate('hr-admin', 3.5)

      expect((await decide()).status).to.equal(200)
      expect((await pageOf('recruiter')).body.history.map(({ text }) => text.zh)).not.to.include(
        '决定时，第二人评分还没有完成',
      )
    })
  })
})
