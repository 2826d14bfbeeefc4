import { expect } from 'chai'
import { aiRound, humanRound, organisation, position } from '../../../../test/builders/data-files.js'
import {
  defaultTexts,
  notificationSetup,
  wang,
  type NotificationSetup,
} from '../../../../test/builders/notifications.js'
import { testStore } from '../../../../test/store.js'
import { testVault } from '../../../../test/vault.js'
import { deliverInvitations, invitationStore, type InvitationStore } from '../../invitations/index.js'
import { deliverMessages, notifications } from '../../notifications/index.js'
import { recordSubscriptions } from '../../notifications/to-candidate/channels/subscription/record-subscriptions.js'
import { standingStore, type StandingStore } from '../states/standing-store.js'
import { arrangeRound } from './arrange-round.js'
import { carryOutDecisions } from './carry-out-decisions.job.js'
import { decide } from './decide.js'
import { decisionStore, type DecisionStore } from './decision-store.js'
import type { Decision, Verdict } from './decision.js'
import { previewArrangement, previewDecision } from './preview-decision.js'

const ids = { orgId: 'o1', applicationId: 'a1', candidateId: 'wang', positionId: 'teller' }
const slot = {
  startsAt: '2026-12-01T16:30:00.000Z',
  place: { zh: '总行 3 楼', en: 'Head office, 3F' },
  contact: { name: { zh: '张老师', en: 'Zhang' }, phone: '025-0000 0000' },
}
const { kind: _kind, ...teller } = position({ rounds: [aiRound({ weight: 60 }), humanRound()] })
const said = (text: string) => ({ zh: `［${text}］`, en: `our own: ${text}` })
/** Of an organisation that writes its own texts and is not where the product was made. */
const texts = {
  ...defaultTexts,
  invitation: { position: said('{position}'), deadline: said('{deadline}'), tip: said('{minutes}') },
  result: { state: said('{state}'), expected: said('{expected}') },
  'next-round': { round: said('{round}'), time: said('{time}'), place: said('{place}'), contact: said('{contact}') },
}
const zone = 'America/Los_Angeles'

for (const language of ['zh', 'en'] as const) {
  describe(`the preview of a decision (${language})`, () => {
    let at: NotificationSetup
    let decisions: DecisionStore
    let standings: StandingStore
    let invitations: InvitationStore
    let arrived: string[]

    beforeEach(async () => {
      at = await notificationSetup()
      const connection = await testStore()
      decisions = decisionStore(connection, testVault(connection))
      standings = standingStore(connection)
      invitations = invitationStore(connection, tokens)
      await Promise.all([decisions.ready(), standings.ready(), invitations.ready()])
      at.contacts.set('wang', { ...wang, language })
      arrived = []
      const templates = ['invitation', 'result', 'next-round'] as const
      const choices = templates.map((template) => ({ template, choice: 'accept' as const }))
      await recordSubscriptions(sending(), { orgId: 'o1', openid: 'o-wang', choices })
    })

    const tokens = { tokenOf: () => 'tok', hashOf: (token: string) => token }
    const sending = () => ({
      ...at.deps,
      textsOf: async () => texts,
      settingsOf: async (orgId: string) => ({ ...(await at.deps.settingsOf(orgId)), zone }),
      subscriptionMessenger: {
        /** The short code names the candidate; whoever decides has it on the page. */
        send: async ({ fields: { code: _code, ...said } }: { fields: Record<string, string> }) => {
          arrived.push(Object.values(said).join(' · '))
          return { kind: 'sent' as const }
        },
      },
    })
    const deps = () => ({
      ...sending(),
      notifications: notifications(sending),
      decisions,
      standings,
      appeals: { listOf: async () => [] },
      secondRatings: { countOpenOf: async () => 0 },
      invitations,
      tokens,
      timeline: { append: async () => {} },
      wake: () => {},
      positionOf: async () => ({ orgId: 'o1', revision: 1, ...teller }),
      organisationOf: async () => ({ revision: 1, ...organisation({ zone }) }),
      promiseHours: async () => 24,
      screenings: { judgementOf: async () => undefined },
      reports: { findByApplication: async () => undefined, assessmentOf: async () => undefined },
      interviews: { findSummary: async () => undefined, find: async () => undefined },
    })
    const waiting = async (state: 'screening-review' | 'deciding' | 'in-round', stage: string) => {
      await standings.insertOnce({ ...ids, state, stage, since: at.now() })
      return decisions.raise({ ...ids, stage, raisedAt: at.now(), dueAt: at.now() })
    }
    const preview = async (decision: Decision, verdict: Verdict, chosen: object = {}) =>
      (await previewDecision(deps(), decision, { verdict, toReview: 0, mayRead: true, ...chosen })).message?.text[
        language
      ]
    const send = async (decision: Decision, verdict: Verdict, chosen: object = {}) => {
      await decide(deps(), { decision, verdict, by: 'li-jing', reason: '看过材料', ...chosen })
      await carryOutDecisions(deps())
      await deliverInvitations(deps())
      await deliverMessages(sending())
    }

    const cases = [
      { what: 'an invitation', state: 'screening-review', stage: 'screening', verdict: 'invite', chosen: {} },
      { what: 'a decline', state: 'screening-review', stage: 'screening', verdict: 'decline', chosen: {} },
      { what: 'the next round', state: 'deciding', stage: 'ai-interview', verdict: 'advance', chosen: { slot } },
      { what: 'the end of all rounds', state: 'in-round', stage: 'second-round', verdict: 'advance', chosen: {} },
    ] as const
    for (const { what, state, stage, verdict, chosen } of cases) {
      it(`shows the notice of ${what} letter by letter as it arrives`, async () => {
        const decision = await waiting(state, stage)

        const shown = await preview(decision, verdict, chosen)
        await send(decision, verdict, chosen)

        expect(arrived).to.have.length(1)
        expect([shown]).to.deep.equal(arrived)
      })
    }

    it('warns instead of showing a notice that the organisation’s texts cannot say', async () => {
      const decision = await waiting('in-round', 'second-round')
      const without = { ...deps(), textsOf: async () => undefined }

      const shown = await previewDecision(without, decision, { verdict: 'advance', toReview: 0, mayRead: true })

      expect(shown).to.not.have.property('message')
      expect(shown.warnings.map(({ en }) => en).join()).to.contain('cannot be sent')
    })

    it('shows the notice of a round that is arranged later as it arrives', async () => {
      await send(await waiting('deciding', 'ai-interview'), 'advance')
      const [unarranged] = await decisions.listWaiting('o1', at.now())

      const shown = await previewArrangement(deps(), unarranged!, slot)
      await arrangeRound(deps(), { decision: unarranged!, slot, by: 'li-jing', roles: ['recruiter'] })
      await deliverMessages(sending())

      expect(arrived).to.have.length(1)
      expect([shown.message?.text[language]]).to.deep.equal(arrived)
    })
  })
}
