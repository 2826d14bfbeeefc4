/** Whether an invitation lets this person begin now, and what they are asked. */
import type { Clock } from '../../ports/clock.js'
import { conflict } from '../../errors.js'
import type { Organisation } from '../accounts/index.js'
import type { ConsentStore } from '../consent/index.js'
import type { PositionOf } from '../positions/index.js'
import { chooseQuestions, type QuestionBankStore } from '../question-bank/index.js'
import { whatOpens } from './invitation.js'
import type { InvitationStore } from './invitation-store.js'

export interface AdmissionDeps {
  invitations: Pick<InvitationStore, 'findById'>
  consents: Pick<ConsentStore, 'currentOf'>
  banks: Pick<QuestionBankStore, 'findCurrent'>
  positionOf: PositionOf
  organisationOf: (orgId: string) => Promise<Organisation>
  clock: Clock
}

/** What is agreed with the candidate multiplies their time (E2); nothing is agreed yet. */
const noAccommodation = 1

export function admissionDesk(deps: AdmissionDeps) {
  return {
    async admit({ orgId, openid, invitationId }: { orgId: string; openid: string; invitationId: string }) {
      const invitation = await deps.invitations.findById(orgId, invitationId)
      if (invitation?.boundOpenid !== openid) return undefined
      const opening = whatOpens(invitation, openid, deps.clock.now())
      if (opening.kind !== 'open' && opening.kind !== 'done') throw conflict('invitation-over', { kind: opening.kind })

      const [consent, position] = await Promise.all([
        deps.consents.currentOf(orgId, invitationId),
        deps.positionOf(orgId, invitation.positionId),
      ])
      if (!position) throw conflict('position-closed')
      const { candidateId, applicationId, positionId, closesAt } = invitation
      return {
        candidateId,
        applicationId,
        positionId,
        closesAt,
        positionTitle: position.title,
        minutes: position.minutes,
        timeFactor: noAccommodation,
        ...(consent && { noticeVersion: consent.acceptedVersion }),
      }
    },

    async drawQuestions({ orgId, positionId, seed }: { orgId: string; positionId: string; seed: string }) {
      const [position, organisation] = await Promise.all([
        deps.positionOf(orgId, positionId),
        deps.organisationOf(orgId),
      ])
      const bank = position?.questionBank && (await deps.banks.findCurrent(orgId, position.questionBank))
      if (!position || !bank) throw conflict('position-closed')
      return {
        bankVersion: bank.version,
        competencies: bank.competencies,
        questions: chooseQuestions({ position, bank, seed }),
        defaults: organisation.defaults,
      }
    },
  }
}
