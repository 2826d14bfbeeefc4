/** Whether an invitation lets this person begin now, and what they are asked. */
import type { PositionFile } from '../../../shared/contracts/positions.js'
import type { Clock } from '../../ports/clock.js'
import { conflict } from '../../errors.js'
import type { Organisation } from '../accounts/index.js'
import type { ConsentStore } from '../consent/index.js'
import type { AnswerModesOf, Position, PositionOf } from '../positions/index.js'
import { chooseQuestions, exposureKey, type ExposureStore, type QuestionBankStore } from '../question-bank/index.js'
import { abilityTags, type ApplicationStore } from '../talent/index.js'
import { whatOpens } from './invitation.js'
import type { InvitationStore } from './invitation-store.js'
import { recordedWaysFor } from './recorded-ways.js'

export interface AdmissionDeps {
  invitations: Pick<InvitationStore, 'findById'>
  consents: Pick<ConsentStore, 'currentOf'>
  banks: Pick<QuestionBankStore, 'findCurrent'>
  exposures: Pick<ExposureStore, 'countsOf' | 'count'>
  applications: Pick<ApplicationStore, 'resumeOf' | 'tagsByHand'>
  positionOf: PositionOf
  answerModesOf: AnswerModesOf
  organisationOf: (orgId: string) => Promise<Organisation>
  clock: Clock
}

/** What is agreed with the candidate multiplies their time (E2); nothing is agreed yet. */
const noAccommodation = 1

interface DrawFor {
  orgId: string
  positionId: string
  candidateId: string
  applicationId: string
  /** The invitation's own id. */
  seed: string
  askedBefore: ReadonlySet<string>
}

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

    async drawQuestions({ orgId, positionId, candidateId, applicationId, seed, askedBefore }: DrawFor) {
      const [position, organisation, consent] = await Promise.all([
        deps.positionOf(orgId, positionId),
        deps.organisationOf(orgId),
        deps.consents.currentOf(orgId, seed),
      ])
      const bank = position?.questionBank && (await deps.banks.findCurrent(orgId, position.questionBank))
      if (!position || !bank) throw conflict('position-closed')
      const [answerModes, exposures, lacking] = await Promise.all([
        deps.answerModesOf(orgId, position),
        deps.exposures.countsOf(orgId, bank.id),
        lackedBy(deps, position, { orgId, id: applicationId, candidateId }),
      ])
      const questions = chooseQuestions({ position, bank, seed, exposures, lacking, askedBefore })
      return {
        bankVersion: bank.version,
        competencies: bank.competencies,
        questions,
        exposure: { bankId: bank.id, keys: questions.map(({ form }) => exposureKey(form)) },
        defaults: organisation.defaults,
        ...simplerAfter(position.simplerPrompt),
        recorded: recordedWaysFor({ answerModes, retakes: position.retakes }, consent),
      }
    },

    countAsked: (orgId: string, { bankId, keys }: { bankId: string; keys: string[] }) =>
      deps.exposures.count(orgId, bankId, keys),
  }
}

const usualSimplerSeconds = 20

/** Nothing where the position does not want it. */
function simplerAfter(prompt: PositionFile['simplerPrompt']): { simplerAfterSeconds?: number } {
  if (prompt?.offered === false) return {}
  return { simplerAfterSeconds: prompt?.afterSeconds ?? usualSimplerSeconds }
}

/** Opens the résumé only where it decides something. */
async function lackedBy(
  { applications }: Pick<AdmissionDeps, 'applications'>,
  { coreTags = [], plan }: Position,
  application: { orgId: string; id: string; candidateId: string },
) {
  if (coreTags.length === 0 || plan.every((place) => !place.or)) return []
  const [resume, byHand] = await Promise.all([applications.resumeOf(application), applications.tagsByHand(application)])
  return abilityTags(coreTags, resume, byHand).flatMap(({ tag, has }) => (has ? [] : [tag]))
}
