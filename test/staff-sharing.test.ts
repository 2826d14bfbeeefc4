/** What interviewers and managers see of somebody who does not share with them, over HTTP and real stores (C2, consent `sharing`). */
import { expect } from 'chai'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { DecisionPreview, WaitingList } from '../shared/contracts/staff-decisions.js'
import { ApplicationForStaff, type CandidateRows } from '../shared/contracts/staff-reports.js'
import { assessment, unsureAssessment } from './builders/assessments.js'
import { aiRound, humanRound } from './builders/data-files.js'
import { openDesk, type Desk, type Interviewed } from './builders/staff-desk.js'

const ajv = new Ajv({ strict: false })
addFormats.default(ajv)
const keepsContract = ajv.compile(ApplicationForStaff)
const outsideHr = ['interviewer@teller', 'department-manager@teller'] as const
const hr = ['recruiter', 'hr-admin'] as const
type Who = Parameters<Desk['get']>[0]

const managersToo = aiRound({ decides: { by: 'person', roles: ['recruiter', 'hr-admin', 'department-manager'] } })

/** Of the answers, the résumé, the scores, what others wrote about them. */
const content = ['题的回答', '江南财经大学', '城东支行', '金融学', '61.37', '良好', '服务不错']

describe('somebody who does not share with interviewers', () => {
  let desk: Desk
  let wang: Interviewed
  const pageOf = (who: Who) => desk.get<ApplicationForStaff>(who, `/api/staff/applications/${wang.applicationId}`)
  const decide = (who: Who, act: string, body: object) =>
    desk.post<DecisionPreview>(who, `/api/staff/decisions/${wang.decisionId}${act}`, body)

  before(async () => {
    desk = await openDesk({ rounds: [managersToo, humanRound()] })
  })
  after(() => desk.close())
  beforeEach(async () => {
    wang = await desk.interviewed('王小明', unsureAssessment(assessment()))
    await desk.share(wang, false)
  })

  it('is read by the recruiting team as ever', async () => {
    for (const who of hr) {
      const { text, body } = await pageOf(who)
      expect(text).to.contain('第1题的回答').and.to.contain('江南财经大学')
      expect(body).not.to.have.property('notShared')
    }
  })

  it('is there for interviewers and managers, by name and round, with a kind word and nothing more', async () => {
    for (const who of outsideHr) {
      const { status, text, body } = await pageOf(who)

      expect(status).to.equal(200)
      expect(keepsContract(body), JSON.stringify(keepsContract.errors)).to.equal(true)
      expect(body).to.include({ name: '王小明', positionId: 'teller' })
      expect(body.flow.find(({ state }) => state === 'now')!.id).to.equal('ai-interview')
      expect(body.notShared!.zh).to.contain('没有选择与面试官共享')
      for (const part of content) expect(text, `${who}: ${part}`).not.to.contain(part)
      expect(body).not.to.have.any.keys('resume', 'report', 'screening', 'contact')
      expect(body.may.rate).to.equal(false)
      expect([body.history, body.messages, body.samePerson]).to.deep.equal([[], [], []])
    }
  })

  it('is in their lists by name, without what the rules propose', async () => {
    for (const who of outsideHr) {
      const [{ body: waiting }, { body: all }] = [
        await desk.get<WaitingList>(who, '/api/staff/waiting'),
        await desk.get<CandidateRows>(who, '/api/staff/candidates'),
      ]
      const row = waiting.waiting.find(({ applicationId }) => applicationId === wang.applicationId)!

      expect(row).to.include({ name: '王小明', toReview: 0, notShared: true })
      expect(row).not.to.have.property('proposal')
      expect(all.candidates.map(({ applicationId }) => applicationId)).to.include(wang.applicationId)
    }
  })

  it('is rated by nobody who may not read them', async () => {
    const rate = (who: Who) =>
      desk.post<{ error: { code: string } }>(who, `/api/staff/reports/${wang.reportId}/ratings`, {
        questionId: 'queue',
        score: 3,
      })
    for (const who of outsideHr) {
      const { status, body } = await rate(who)
      expect(status).to.equal(403)
      expect(body.error.code).to.equal('not-shared')
    }
    expect((await rate('recruiter')).status).to.equal(200)
  })

  it('is decided on by whom the round names, who sees no letter that quotes them', async () => {
    const decline = { verdict: 'decline', reason: '面谈后不合适' }
    const { body, text } = await decide('department-manager@teller', '/preview', decline)
    const ofHr = await decide('recruiter', '/preview', decline)

    expect(body).not.to.have.property('letter')
    expect(body.warnings.map(({ zh }) => zh).join()).to.contain('没有选择与面试官共享')
    for (const part of content) expect(text).not.to.contain(part)
    expect(ofHr.body).to.have.property('letter')
    expect((await decide('department-manager@teller', '', decline)).status).to.equal(200)
  })

  it('shows a manager what they wrote themselves, and no reason of anybody else', async () => {
    await decide('recruiter', '', { verdict: 'hold', reason: '服务不错，再看看' })
    await decide('department-manager@teller', '', { verdict: 'hold', reason: '等下周面谈' })
    const { body, text } = await pageOf('department-manager@teller')

    expect(body.decisions.map(({ reason }) => reason)).to.deep.equal(['等下周面谈'])
    expect(text).not.to.contain('服务不错')
  })

  it('is read again from the moment they share, and no more from the moment they take it back', async () => {
    await desk.share(wang, true)
    for (const who of outsideHr) expect((await pageOf(who)).text).to.contain('第1题的回答')

    await desk.share(wang, false)
    for (const who of outsideHr) expect((await pageOf(who)).text).not.to.contain('题的回答')
  })

  it('is whoever has not been asked yet, too', async () => {
    const { applicationId } = await desk.screened('李雷')
    const page = `/api/staff/applications/${applicationId}`

    expect((await desk.get('interviewer@teller', page)).text).not.to.contain('江南财经大学')
    expect((await desk.get('recruiter', page)).text).to.contain('江南财经大学')
  })
})

describe('the figures of a position', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk({ rounds: [managersToo, humanRound()] })
  })
  after(() => desk.close())

  it('count for interviewers and managers nobody who does not share, from the moment they take it back', async () => {
    const others: Interviewed[] = []
    for (let n = 0; n < 20; n += 1) {
      const other = await desk.interviewed(`林${n}`, assessment({ total: 90 }))
      await desk.share(other, true)
      others.push(other)
    }
    await desk.share(await desk.interviewed('王小明', assessment()), false)
    const rankFor = async (who: Who) =>
      (await desk.get<ApplicationForStaff>(who, `/api/staff/applications/${others[0]!.applicationId}`)).body.report!
        .rank?.of

    const [recruiters, before] = [await rankFor('recruiter'), await rankFor('interviewer@teller')]
    await desk.share(others[1]!, false)

    expect(recruiters).to.be.greaterThan(20)
    expect(before).to.equal(20)
    expect(await rankFor('interviewer@teller'), 'nineteen are too few').to.equal(undefined)
    expect(await rankFor('recruiter')).to.equal(recruiters)
  })
})
