/** What each role decides about candidates, over HTTP and real stores (R11, C3, C20). */
import { expect } from 'chai'
import type { DecideManyOutcome, DecisionPreview, WaitingList } from '../shared/contracts/staff-decisions.js'
import type { ApplicationForStaff } from '../shared/contracts/staff-reports.js'
import { unavailable } from '../server/errors.js'
import { assessment, unsureAssessment } from './builders/assessments.js'
import { aiRound, humanRound } from './builders/data-files.js'
import { openDesk, type Desk, type Interviewed } from './builders/staff-desk.js'

const unsure = unsureAssessment(assessment())
const declining = { verdict: 'decline', reason: '沟通经验不足' }
type Refusal = { error: { code: string } }

describe('the staff’s side of a candidate', () => {
  let desk: Desk
  let wang: Interviewed
  const pageOf = async (who: Parameters<Desk['get']>[0]) =>
    desk.get<ApplicationForStaff>(who, `/api/staff/applications/${wang.applicationId}`)

  beforeEach(async () => {
    desk = await openDesk()
    wang = await desk.interviewed('王小明', unsure)
  })
  afterEach(() => desk.close())

  describe('deciding', () => {
    const decide = (who: Parameters<Desk['get']>[0], body: object) =>
      desk.post<Refusal>(who, `/api/staff/decisions/${wang.decisionId}`, body)

    it('is for recruiters and HR administrators of the position', async () => {
      expect((await decide('interviewer', declining)).status).to.equal(403)
      expect((await decide('department-manager', declining)).status).to.equal(403)
      expect((await decide('recruiter@risk', declining)).status).to.equal(403)
      expect((await decide('!hr-admin', declining)).status).to.equal(404)
      expect((await decide('recruiter@teller', declining)).status).to.equal(200)
    })

    it('is for department managers of the position where the round names them, and for nobody it does not name', async () => {
      await desk.close()
      desk = await openDesk({
        rounds: [aiRound(), humanRound({ decides: { by: 'person', roles: ['department-manager'] } })],
      })
      wang = await desk.interviewed('王小明', unsure)
      const second = await desk.inRound(wang, 'second-round')
      const ask = (who: Parameters<Desk['get']>[0], what = '', body: object = declining) =>
        desk.post<Refusal>(who, `/api/staff/decisions/${second.id}${what}`, body)
      const slot = {
        startsAt: '2099-12-01T02:00:00Z',
        place: { zh: '三楼', en: '3F' },
        contact: { name: { zh: '张', en: 'Zhang' }, phone: '025-0000' },
      }

      expect((await ask('recruiter')).body.error.code).to.equal('not-your-round')
      expect((await ask('recruiter', '/preview')).body.error.code).to.equal('not-your-round')
      expect((await ask('recruiter', '/slot/preview', slot)).status).to.equal(403)
      expect((await ask('recruiter', '/slot', slot)).status).to.equal(403)
      expect((await ask('department-manager@risk')).status).to.equal(403)
      expect([
        (await pageOf('recruiter')).body.may.decide,
        (await pageOf('department-manager@teller')).body.may.decide,
      ]).to.deep.equal([false, true])
      const offered = async (who: Parameters<Desk['get']>[0]) =>
        (await desk.get<WaitingList>(who, '/api/staff/waiting')).body.waiting.map(({ allowed }) => allowed)
      expect(await offered('recruiter')).to.deep.equal([[]])
      expect(await offered('department-manager@teller')).to.deep.equal([['advance', 'hold', 'decline']])
      expect((await ask('department-manager@teller', '/preview')).status).to.equal(200)
      expect((await ask('department-manager@teller', '/slot/preview', slot)).status).to.equal(200)
      expect((await ask('department-manager@teller')).status).to.equal(200)
    })

    it('leaves résumés to recruiters and HR administrators', async () => {
      const { decisionId } = await desk.screened('李雷')
      const offeredTo = async (who: Parameters<Desk['get']>[0]) =>
        (await desk.get<WaitingList>(who, '/api/staff/waiting?stage=screening')).body.waiting[0]!.allowed

      expect(await offeredTo('department-manager@teller')).to.deep.equal([])
      expect(await offeredTo('interviewer@teller')).to.deep.equal([])
      expect(await offeredTo('recruiter')).to.deep.equal(['invite', 'hold', 'decline'])
      expect(
        (await desk.post<Refusal>('department-manager@teller', `/api/staff/decisions/${decisionId}`, declining)).body
          .error.code,
      ).to.equal('not-your-round')
      expect(
        (
          await desk.post('department-manager@teller', '/api/staff/decisions/bulk', {
            decisionIds: [decisionId],
            ...declining,
            confirmed: true,
          })
        ).status,
      ).to.equal(403)
    })

    it('shows what a decision would send only to who may decide it', async () => {
      const preview = async (who: Parameters<Desk['get']>[0]) =>
        (await desk.post(who, `/api/staff/decisions/${wang.decisionId}/preview`, declining)).status

      expect(
        await Promise.all(
          (
            ['interviewer', 'department-manager@teller', 'recruiter@risk', '!recruiter', 'recruiter@teller'] as const
          ).map(preview),
        ),
      ).to.deep.equal([403, 403, 403, 404, 200])
    })

    it('wants a reason for a decline, and a slot that lies ahead', async () => {
      const slot = {
        startsAt: '2026-11-20T02:00:00Z',
        place: { zh: '三楼', en: '3F' },
        contact: { name: { zh: '张', en: 'Zhang' }, phone: '025-0000' },
      }

      expect((await decide('recruiter', { verdict: 'decline', reason: '' })).status).to.equal(400)
      expect((await decide('recruiter', { verdict: 'decline', reason: '  ' })).status).to.equal(400)
      expect((await decide('recruiter', { verdict: 'advance', reason: '表现好', slot })).body.error.code).to.equal(
        'slot-in-the-past',
      )
      expect((await desk.stores.decisions.findById('bank-a', wang.decisionId))!.status).to.equal('waiting')
    })

    it('shows the letter before, warns of what is unrated, and writes nothing', async () => {
      const { body } = await desk.post<DecisionPreview>(
        'recruiter',
        `/api/staff/decisions/${wang.decisionId}/preview`,
        declining,
      )

      expect(body.warnings[0]!.zh).to.contain('2 项')
      expect(JSON.stringify(body.letter)).to.contain('000-0000')
      expect(JSON.stringify(body)).not.to.contain(declining.reason).and.not.to.contain('61.37')
      expect((await desk.stores.decisions.findById('bank-a', wang.decisionId))!.status).to.equal('waiting')
    })

    it('is taken back by who may decide there, and both reasons stand on the page', async () => {
      await decide('recruiter', declining)
      const takeBack = (who: Parameters<Desk['get']>[0]) =>
        desk.post<Refusal>(who, `/api/staff/decisions/${wang.decisionId}/take-back`, { reason: '看漏了证书' })
      expect((await pageOf('recruiter')).body.endedBy).to.equal(wang.decisionId)
      expect((await pageOf('interviewer')).body).not.to.have.property('endedBy')

      expect((await takeBack('interviewer')).status).to.equal(403)
      expect((await takeBack('recruiter@risk')).status).to.equal(403)
      expect((await takeBack('recruiter@teller')).status).to.equal(200)
      expect((await takeBack('recruiter@teller')).body.error.code).to.equal('not-decided')

      const { decisions, endedBy, waiting } = (await pageOf('recruiter')).body
      expect([endedBy, waiting?.decisionId]).to.deep.equal([undefined, wang.decisionId])
      expect(decisions.map(({ verdict, reason, takenBack }) => [verdict, reason, takenBack?.reason])).to.deep.equal([
        ['decline', declining.reason, '看漏了证书'],
      ])
    })

    it('keeps a held one in the list, marked, with the reason on the page', async () => {
      await decide('recruiter', { verdict: 'hold', reason: '等补充材料' })

      const { waiting } = (await desk.get<WaitingList>('recruiter', '/api/staff/waiting')).body
      expect(waiting.map(({ held }) => held)).to.deep.equal([true])
      const shown = async (query: string) =>
        (await desk.get<WaitingList>('recruiter', `/api/staff/waiting?${query}`)).body.waiting.length
      expect([await shown('show=held'), await shown('show=overdue'), await shown('positionId=risk')]).to.deep.equal([
        1, 0, 0,
      ])
      expect((await pageOf('recruiter')).body.decisions).to.deep.include({
        stageName: { zh: 'AI 面试', en: 'AI 面试 (en)' },
        verdict: 'hold',
        by: '李静',
        at: '2026-11-25T12:00:00.000Z',
        reason: '等补充材料',
      })
    })
  })

  describe('several proposals of screening', () => {
    const bulk = (who: Parameters<Desk['get']>[0], body: object) =>
      desk.post<DecideManyOutcome>(who, '/api/staff/decisions/bulk', body)

    it('are shown first, then decided one by one with reviewer and reason; what does not fit is left out and says why', async () => {
      const [li, han] = [await desk.screened('李雷'), await desk.screened('韩梅梅')]
      const request = { decisionIds: [li.decisionId, han.decisionId, wang.decisionId, 'f'.repeat(24)], ...declining }

      const preview = (await bulk('recruiter', { ...request, confirmed: false })).body
      expect(await desk.stores.decisions.listWaiting('bank-a', new Date('2026-12-01'))).to.have.length(3)
      const done = (await bulk('recruiter', { ...request, confirmed: true })).body
      const again = (await bulk('recruiter', { ...request, confirmed: true })).body

      expect(preview).to.deep.include({ done: false })
      expect(preview.decided.map(({ name }) => name)).to.deep.equal(['李雷', '韩梅梅'])
      expect(preview.leftOut).to.have.length(2)
      expect(done.decided).to.have.length(2)
      expect(again.decided).to.deep.equal([])
      const rulings = await desk.stores.decisions.rulingsOf('bank-a', li.applicationId)
      expect(rulings.map(({ by, reason }) => `${by} ${reason}`)).to.deep.equal(['member-recruiter 沟通经验不足'])
      expect(desk.audited.filter(({ action }) => action === 'decision.decide')).to.have.length(2)
    })

    it('are not decided, and that is said, when the decision of one cannot be written down', async () => {
      const li = await desk.screened('李雷')
      const stored = desk.audited.push.bind(desk.audited)
      desk.audited.push = (entry) => {
        if (entry.action === 'decision.decide') throw unavailable('audit-unavailable')
        return stored(entry)
      }

      const { status } = await bulk('recruiter', { decisionIds: [li.decisionId], ...declining, confirmed: true })

      expect(status).to.equal(503)
      expect((await desk.stores.decisions.findById('bank-a', li.decisionId))!.status).to.equal('waiting')
    })

    it('reach only one’s own positions', async () => {
      const li = await desk.screened('李雷')

      const { body } = await bulk('recruiter@risk', { decisionIds: [li.decisionId], ...declining, confirmed: true })

      expect(body.decided).to.deep.equal([])
      expect((await desk.stores.decisions.findById('bank-a', li.decisionId))!.status).to.equal('waiting')
    })
  })
})
