/** What each role reads and rates of candidates, over HTTP and real stores (E5, R11, C3, C20). */
import { expect } from 'chai'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { WaitingList } from '../shared/contracts/staff-decisions.js'
import { ApplicationForStaff, type CandidateRows, CandidateSearch } from '../shared/contracts/staff-reports.js'
import { assessment } from './builders/assessments.js'
import { resume } from './builders/resumes.js'
import { deskNow, openDesk, orgId, unsureAssessment, type Desk, type Interviewed } from './builders/staff-desk.js'

const ajv = new Ajv({ strict: false })
addFormats.default(ajv)
const keepsContract = ajv.compile(ApplicationForStaff)
const unsure = unsureAssessment(assessment())
type Page = ApplicationForStaff
type Refusal = { error: { code: string } }

describe('the staff’s side of a candidate', () => {
  let desk: Desk
  let wang: Interviewed
  const pageOf = async (who: Parameters<Desk['get']>[0], { applicationId }: { applicationId: string } = wang) =>
    desk.get<Page>(who, `/api/staff/applications/${applicationId}`)
  const rate = (questionId: string, who: Parameters<Desk['get']>[0] = 'recruiter') =>
    desk.post(who, `/api/staff/reports/${wang.reportId}/ratings`, { questionId, score: 3.5 })

  beforeEach(async () => {
    desk = await openDesk()
    wang = await desk.interviewed('王小明', unsure)
  })
  afterEach(() => desk.close())

  describe('the report page', () => {
    it('keeps the contract, and never holds the identity number', async () => {
      const { status, body, text } = await pageOf('recruiter')

      expect(status).to.equal(200)
      expect(keepsContract(body), JSON.stringify(keepsContract.errors)).to.equal(true)
      expect(text).not.to.contain('110101199003071233')
      expect(body.contact?.phone).to.match(/^139/)
      expect(body.flow.map(({ id, state }) => `${id} ${state}`)).to.deep.equal([
        'screening done',
        'ai-interview now',
        'second-round todo',
      ])
    })

    it('shows interviewers and department managers their positions only, without phone and e-mail', async () => {
      for (const role of ['interviewer', 'department-manager'] as const) {
        const { status, body, text } = await pageOf(`${role}@teller`)
        expect(status).to.equal(200)
        expect(body.contact).to.equal(undefined)
        expect(text).not.to.match(/139\d{8}|wang@example/)
        expect(body.may.decide).to.equal(false)
        expect((await pageOf(`${role}@risk`)).status).to.equal(403)
      }
    })

    it('says what may be done to the invitation, and offers it only to whom the policy lets', async () => {
      const { applicationId } = await desk.screened('赵倩')
      const { candidateId, positionId } = (await desk.stores.applications.findById(orgId, applicationId))!
      await desk.stores.invitations.insertUnlessInvited({
        orgId,
        candidateId,
        applicationId,
        positionId,
        status: 'sent',
        linkVersion: 1,
        queuedAt: deskNow,
        closesAt: new Date(deskNow.getTime() + 86_400_000),
        wrongTails: 0,
      })

      const { body } = await pageOf('recruiter', { applicationId })
      expect(body.invitation).to.deep.include({ status: 'sent', locked: false })
      expect(body.invitation!.acts).to.deep.equal(['resend', 'remind', 'extend', 'revoke'])
      expect(body.may.correctPerson).to.equal(true)
      expect(keepsContract(body), JSON.stringify(keepsContract.errors)).to.equal(true)

      const seen = (await pageOf('interviewer', { applicationId })).body
      expect(seen.invitation?.acts ?? []).to.deep.equal([])
      expect(seen.may.correctPerson).to.equal(false)
    })

    it('shows the number on file once staff have corrected it', async () => {
      await desk.stores.candidates.correct(orgId, wang.candidateId, {
        phone: '13800000001',
        by: 'member-recruiter',
        reason: '候选人来电',
        at: deskNow,
      })

      expect((await pageOf('recruiter')).body.contact?.phone).to.equal('13800000001')
    })

    it('shows IT and auditors nothing, and another organisation that there is nothing', async () => {
      expect((await pageOf('it-operator')).status).to.equal(403)
      expect((await pageOf('auditor')).status).to.equal(403)
      expect((await pageOf('!recruiter')).status).to.equal(404)
      expect(desk.audited.map(({ action, result }) => `${action} ${result}`)).to.deep.equal([
        'report.read refused',
        'report.read refused',
        'report.read not-found',
      ])
    })

    it('hides what this reviewer has not rated, down to the proposal in the list', async () => {
      const { body, text } = await pageOf('recruiter')
      const { waiting } = (await desk.get<WaitingList>('recruiter', '/api/staff/waiting')).body

      for (const secret of ['61.37', '3.17', '3.11', '3.23', '得分处于中间', '建议优先'])
        expect(text).not.to.contain(secret)
      expect(body.report!.questions.map(({ review }) => review?.hidden ?? false)).to.deep.equal([true, true, false])
      expect(waiting[0]).to.deep.include({ toReview: 2 })
      expect(waiting[0]).not.to.have.property('proposal')
    })

    it('opens to the reviewer who rated, with both scores, and to nobody else', async () => {
      await rate('queue')
      await rate('secret')
      const [mine, theirs] = [await pageOf('recruiter'), await pageOf('hr-admin')]

      expect(mine.body.report).to.include({ total: 61.37, status: 'reviewed' })
      expect(mine.body.report!.questions[0]!.score).to.equal(3.11)
      expect(mine.body.report!.questions[0]!.review!.ratings[0]).to.include({ by: '李静', score: 3.5 })
      expect(theirs.text).not.to.contain('61.37').and.not.to.contain('3.11')
    })

    it('shows no median and no rank under twenty reports, and both from twenty on', async () => {
      await rate('queue')
      await rate('secret')
      const few = (await pageOf('recruiter')).body.report!
      await desk.close()
      desk = await openDesk()
      for (let index = 0; index < 19; index++) await desk.interviewed(`应聘者${index}`, unsureAssessment(assessment()))
      wang = await desk.interviewed('王小明', unsure)
      await rate('queue')
      await rate('secret')
      const enough = (await pageOf('recruiter')).body.report!

      expect(few.competencies[0]).not.to.have.property('median')
      expect(few).not.to.have.property('rank')
      expect(enough.competencies[0]!.median).to.equal(3.17)
      expect(enough.rank).to.deep.equal({ higherThan: 0, of: 20 })
    })
  })

  describe('rating', () => {
    it('keeps the first rating of a reviewer, and says so', async () => {
      expect((await rate('queue')).status).to.equal(200)
      expect(
        (
          await desk.post<Refusal>('recruiter', `/api/staff/reports/${wang.reportId}/ratings`, {
            questionId: 'queue',
            score: 5,
          })
        ).body.error.code,
      ).to.equal('already-rated')
      expect((await desk.stores.ratings.listOf('bank-a', wang.reportId)).map(({ score }) => score)).to.deep.equal([3.5])
    })

    it('takes halves from 1 to 5, of questions that were asked', async () => {
      expect(
        (
          await desk.post('recruiter', `/api/staff/reports/${wang.reportId}/ratings`, {
            questionId: 'queue',
            score: 3.3,
          })
        ).status,
      ).to.equal(400)
      expect((await rate('never-asked')).status).to.equal(404)
    })

    it('is for whoever judges or decides for the position', async () => {
      expect((await rate('queue', 'interviewer@teller')).status).to.equal(200)
      expect((await rate('queue', 'interviewer@risk')).status).to.equal(403)
      expect((await rate('queue', 'department-manager@teller')).status).to.equal(200)
      expect((await rate('queue', 'it-operator')).status).to.equal(403)
      expect((await rate('queue', '!recruiter')).status).to.equal(404)
    })

    it('makes the report reviewed once everything was rated by somebody', async () => {
      await rate('queue', 'interviewer@teller')
      expect((await desk.stores.reports.findById('bank-a', wang.reportId))!.status).to.equal('ready')

      await rate('secret', 'recruiter')
      expect((await desk.stores.reports.findById('bank-a', wang.reportId))!.status).to.equal('reviewed')
    })
  })

  describe('the list of candidates', () => {
    const search = (who: Parameters<Desk['get']>[0], query: CandidateSearch) =>
      desk.post<CandidateRows>(who, '/api/staff/candidates/search', query)
    const names = async (who: Parameters<Desk['get']>[0], query: CandidateSearch = {}) =>
      (await search(who, query)).body.candidates.map(({ name, step }) => `${name} ${step}`)

    it('takes what is searched for in no address, where others keep it', async () => {
      expect((await desk.get('recruiter', '/api/staff/candidates?search=1')).status).to.equal(400)
      expect(await names('recruiter', { search: '小明' })).to.have.length(1)
      expect(desk.audited.at(-1)).to.deep.include({
        action: 'candidate.list',
        result: 'done',
        count: 1,
        searched: '小明',
      })
    })

    it('finds by name, by short code, by position and by state', async () => {
      const li = await desk.screened('李雷', 'risk')

      expect(await names('recruiter')).to.deep.equal(['李雷 screening-review', '王小明 deciding'])
      expect(await names('recruiter', { search: '王 小明' })).to.deep.equal(['王小明 deciding'])
      expect(await names('recruiter', { search: li.shortCode.toLowerCase() })).to.deep.equal(['李雷 screening-review'])
      expect(await names('recruiter', { positionId: 'risk' })).to.deep.equal(['李雷 screening-review'])
      expect(await names('recruiter', { step: 'deciding' })).to.deep.equal(['王小明 deciding'])
      expect(await names('recruiter', { search: '没有这个人' })).to.deep.equal([])
    })

    it('finds by a part of the name, half a code, the end of the number and a part of the school', async () => {
      const li = await desk.screened('欧阳小雷', 'risk')
      const find = (text: string, who: Parameters<Desk['get']>[0] = 'recruiter') => names(who, { search: text })
      const { phone } = (await desk.stores.candidates.identityOf(
        orgId,
        (await desk.stores.candidates.findByShortCode(orgId, li.shortCode))!.id,
      ))!

      for (const part of ['欧', '小雷', '阳小', '欧阳 小雷']) expect(await find(part), part).to.have.length(1)
      expect(await find('小')).to.have.length(2)
      expect(await find('雷小')).to.deep.equal([])
      expect(await find(li.shortCode.slice(0, 2).toLowerCase())).to.include('欧阳小雷 screening-review')
      expect(await find(phone.slice(-4))).to.deep.equal(['欧阳小雷 screening-review'])
      expect(await find(phone)).to.deep.equal(['欧阳小雷 screening-review'])
      expect(await find(resume().education.school.slice(1, 4))).to.have.length(2)
    })

    it('lets nobody look for numbers and schools who sees neither', async () => {
      const { school } = resume().education
      const { phone } = (await desk.stores.candidates.identityOf(orgId, wang.candidateId))!

      expect(await names('interviewer', { search: phone.slice(-4) })).to.deep.equal([])
      expect(await names('interviewer', { search: school })).to.deep.equal([])
      const { candidates, compares } = (await desk.get<CandidateRows>('interviewer', '/api/staff/candidates')).body
      expect(compares).to.equal(false)
      expect(Object.keys(candidates[0]!)).not.to.include.members(['school', 'degree', 'score'])
    })

    it('goes page by page to the end, each person once, with an honest total', async () => {
      const all = ['王小明']
      for (let number = 0; number < 120; number += 1) {
        const name = `考生${String.fromCodePoint(0x4e00 + number)}`
        all.push(name)
        await desk.screened(name)
      }
      const queries: CandidateSearch[] = [{}, { order: 'waiting' }, { step: 'screening-review' }, { search: '考生' }]
      for (const query of queries) {
        const seen: string[] = []
        let after: string | undefined
        let total: number | undefined
        do {
          const { body } = await search('recruiter', { ...query, ...(after && { after }) })
          total ??= body.total
          seen.push(...body.candidates.map(({ name }) => name))
          after = body.next
        } while (after)
        const expected = query.step || query.search ? all.slice(1) : all
        const which = JSON.stringify(query)
        expect(seen, which).to.have.members(expected)
        expect(new Set(seen).size, which).to.equal(expected.length)
        expect(total, which).to.equal(expected.length)
      }
    })

    it('is put in order by score without telling a score that waits for a rating, and by education', async () => {
      const done = assessment()
      await desk.interviewed('高分', { ...done, total: 91 })
      await desk.interviewed('低分', { ...done, total: 40 })
      const { candidates } = (await desk.get<CandidateRows>('recruiter', '/api/staff/candidates?order=score')).body

      expect(candidates.map(({ name, score }) => `${name} ${score}`)).to.deep.equal([
        '高分 91',
        '低分 40',
        '王小明 hidden',
      ])
      expect(candidates[0]).to.deep.include({ school: resume().education.school, degree: resume().education.degree })
      expect((await desk.get<CandidateRows>('recruiter', '/api/staff/candidates?order=education')).body.total).to.equal(
        3,
      )
    })

    it('ends at one’s own positions and organisation', async () => {
      await desk.screened('李雷', 'risk')

      expect(await names('interviewer@risk')).to.deep.equal(['李雷 screening-review'])
      expect(await names('interviewer@risk', { positionId: 'teller' })).to.deep.equal([])
      expect(await names('!recruiter')).to.deep.equal([])
      expect((await desk.get('it-operator', '/api/staff/candidates')).status).to.equal(403)
    })
  })
})
