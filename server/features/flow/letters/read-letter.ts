/** A declined candidate reads the letter. Somebody else's application does not exist for them; without a letter neither does it. */
import type { DeclineLetter, LetterForCandidate } from '../../../../shared/contracts/staff-decisions.js'
import type { Clock } from '../../../ports/clock.js'
import { notFound } from '../../../errors.js'
import { isHeldBy, type ApplicationStore } from '../../talent/index.js'
import type { Timeline, TimelineEvent } from '../../timeline/index.js'
import type { Decision } from '../decisions/decision.js'
import type { DecisionStore } from '../decisions/decision-store.js'

export interface LetterDeps {
  applications: Pick<ApplicationStore, 'findById'>
  decisions: Pick<DecisionStore, 'listOf' | 'letterOf'>
  timeline: Timeline & { list(orgId: string, candidateId: string): Promise<TimelineEvent[]> }
  clock: Clock
}

interface Caller {
  orgId: string
  openid: string
}

export interface Declined {
  decision: Decision
  letter: DeclineLetter
}

export async function readLetter(deps: LetterDeps, caller: Caller, applicationId: string): Promise<LetterForCandidate> {
  const declined = await findDeclined(deps, caller, applicationId)
  const { orgId, candidateId, id: decisionId } = declined.decision
  await deps.timeline.append({
    orgId,
    candidateId,
    applicationId,
    decisionId,
    at: deps.clock.now(),
    kind: 'letter-read',
  })
  return presentLetter(deps, declined)
}

export async function findDeclined(
  { applications, decisions }: Pick<LetterDeps, 'applications' | 'decisions'>,
  { orgId, openid }: Caller,
  applicationId: string,
): Promise<Declined> {
  const application = await applications.findById(orgId, applicationId)
  if (!application || !isHeldBy(application, openid)) throw notFound('application')

  const decision = (await decisions.listOf(orgId, applicationId)).find(({ verdict }) => verdict === 'decline')
  const letter = decision && (await decisions.letterOf(decision))
  if (!letter) throw notFound('letter')
  return { decision, letter }
}

export async function presentLetter(
  { timeline, clock }: Pick<LetterDeps, 'timeline' | 'clock'>,
  declined: Declined,
): Promise<LetterForCandidate> {
  const { orgId, candidateId } = declined.decision
  const asked = (await timeline.list(orgId, candidateId)).find(({ key }) => key === appealKey(declined))
  return {
    ...declined.letter,
    mayAsk: !asked && isAppealOpen(declined, clock.now()),
    ...(asked && { askedAt: asked.at.toISOString() }),
  }
}

/** One for each time it was declined: a decision that was taken back and made again may be asked about again. */
export const appealKey = ({ decision, letter }: Declined): string =>
  `appealed:${decision.id}:${Date.parse(letter.decidedAt)}`

export const isAppealOpen = ({ letter }: Declined, now: Date): boolean =>
  now.getTime() < Date.parse(letter.appeal.until)
