/** What follows when an interview begins and ends. Each is safe to hear twice. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import { refusesScoring, type ConsentStore } from '../consent/index.js'
import type { News } from '../interviews/index.js'
import type { InvitationStore } from '../invitations/index.js'
import { moveApplication, type MoveApplicationDeps } from './states/move-application.js'
import type { GroupEventKind, Notifications } from '../notifications/index.js'

export interface NewsDeps extends MoveApplicationDeps {
  consents: Pick<ConsentStore, 'currentOf'>
  invitations: Pick<InvitationStore, 'markStarted' | 'markEnded'>
  notifications: Pick<Notifications, 'enqueue' | 'tellGroup'>
  /** The organisation wants to hear of it. */
  tellsOfLeaving: (orgId: string) => Promise<boolean>
}

/** What happened, without a word of what was answered. */
export interface InterviewFact {
  orgId: string
  interviewId: string
  invitationId: string
  applicationId: string
  candidateId: string
  positionId: string
  positionTitle: Bilingual
  /** The page was left while a question ran. */
  leftPage: boolean
  at: Date
}

/** Sent only when the report takes longer (settled: reaching a candidate); the promise is ten minutes (M5). */
const progressAfterMs = 60_000
const promisedMs = 10 * 60_000

export function interviewNews(deps: NewsDeps): Record<News, (fact: InterviewFact) => Promise<void>> {
  return {
    async started(fact) {
      await move(deps, fact, 'start')
      await Promise.all([deps.invitations.markStarted(fact.orgId, fact.invitationId), tellGroup(deps, fact, 'started')])
    },

    async submitted(fact) {
      await move(deps, fact, 'submit')
      await Promise.all([
        deps.invitations.markEnded(fact.orgId, fact.invitationId, 'completed'),
        tellGroup(deps, fact, 'finished'),
        tellOfLeaving(deps, fact),
        promiseReport(deps, fact),
      ])
    },

    async abandoned(fact) {
      await move(deps, fact, 'lapse')
      await Promise.all([
        deps.invitations.markEnded(fact.orgId, fact.invitationId, 'expired'),
        tellGroup(deps, fact, 'interview-abandoned'),
      ])
    },
  }
}

async function move(
  deps: NewsDeps,
  { orgId, applicationId, candidateId, positionId, at }: InterviewFact,
  event: 'start' | 'submit' | 'lapse',
): Promise<void> {
  await moveApplication(deps, { orgId, applicationId, candidateId, positionId, event, at })
}

const tellGroup = (
  deps: NewsDeps,
  { orgId, candidateId, interviewId, positionTitle, at }: InterviewFact,
  kind: GroupEventKind,
): Promise<void> =>
  deps.notifications.tellGroup({
    orgId,
    candidateId,
    key: `interview-${kind}:${interviewId}`,
    kind,
    about: { kind: 'interview', id: interviewId },
    positionTitle,
    at,
  })

/** That it happened, and nothing of what it may mean: how often and how long stands in the report. */
async function tellOfLeaving(deps: NewsDeps, fact: InterviewFact): Promise<void> {
  if (fact.leftPage && (await deps.tellsOfLeaving(fact.orgId))) await tellGroup(deps, fact, 'left-page')
}

/** Only to whom a machine writes one: whoever refused it hears of people alone, with the result. */
async function promiseReport(
  deps: NewsDeps,
  { orgId, invitationId, candidateId, applicationId, interviewId, at }: InterviewFact,
): Promise<void> {
  if (refusesScoring(await deps.consents.currentOf(orgId, invitationId))) return
  await deps.notifications.enqueue({
    orgId,
    candidateId,
    applicationId,
    template: 'progress',
    variables: { expectedBy: new Date(at.getTime() + promisedMs), applicationId },
    dedupeKey: `progress:${interviewId}`,
    about: { kind: 'interview', id: interviewId },
    notBefore: new Date(at.getTime() + progressAfterMs),
    notAfter: new Date(at.getTime() + promisedMs),
    quiet: 'exempt',
    actedAt: at,
  })
}
