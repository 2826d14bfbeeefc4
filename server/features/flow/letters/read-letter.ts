/** A declined candidate reads the letter. Somebody else's application does not exist for them; without a letter neither does it. */
import type { DeclineLetter, LetterForCandidate } from '../../../../shared/contracts/staff-decisions.js'
import type { Clock } from '../../../ports/clock.js'
import { notFound } from '../../../errors.js'
import { applicationRef, isHeldBy, type ApplicationStore } from '../../talent/index.js'
import type { Timeline, TimelineEvent } from '../../timeline/index.js'
import type { Decision } from '../decisions/decision.js'
import type { DecisionStore } from '../decisions/decision-store.js'
import type { Appeal, AppealStore } from './appeal-store.js'

export interface LetterDeps {
  applications: Pick<ApplicationStore, 'findById'>
  decisions: Pick<DecisionStore, 'listOf' | 'letterOf'>
  appeals: Pick<AppealStore, 'listOf' | 'wordsOf' | 'answerOf' | 'insertOnce'>
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

export async function presentLetter(deps: LetterDeps, declined: Declined): Promise<LetterForCandidate> {
  const appeal = await appealAbout(deps, declined)
  const words = appeal && (await deps.appeals.wordsOf(appeal))
  const answer = appeal && (await deps.appeals.answerOf(appeal))
  return {
    ...declined.letter,
    mayAsk: !appeal && isAppealOpen(declined, deps.clock.now()),
    ...(appeal && { askedAt: appeal.askedAt.toISOString() }),
    ...(words && { askedWords: words }),
    ...(answer && appeal?.answeredAt && { answer: { text: answer, at: appeal.answeredAt.toISOString() } }),
  }
}

/** Those of older builds stand in the timeline only: they begin to wait for an answer when their letter is looked at. */
async function appealAbout(deps: LetterDeps, declined: Declined): Promise<Appeal | undefined> {
  const { orgId, candidateId, applicationId } = declined.decision
  const find = async () =>
    (await deps.appeals.listOf(orgId, applicationId)).find(({ key }) => key === appealKey(declined))
  const known = await find()
  if (known) return known
  const asked = (await deps.timeline.list(orgId, candidateId)).find(({ key }) => key === appealKey(declined))
  if (!asked) return undefined
  await deps.appeals.insertOnce(newAppeal(declined, asked.at))
  return find()
}

export function newAppeal(declined: Declined, askedAt: Date): Omit<Appeal, 'id' | 'status'> {
  const { id: decisionId, ...decision } = declined.decision
  const { decidedBy } = decision
  return { ...applicationRef(decision), decisionId, key: appealKey(declined), askedAt, ...(decidedBy && { decidedBy }) }
}

/** One for each time it was declined: a decision that was taken back and made again may be asked about again. */
export const appealKey = ({ decision, letter }: Declined): string =>
  `appealed:${decision.id}:${Date.parse(letter.decidedAt)}`

/** Of a decision as it stands; none while it is no decline any more. The letter has the time of its decision. */
export const appealKeyOf = ({ id, verdict, decidedAt }: Decision): string | undefined =>
  verdict === 'decline' && decidedAt ? `appealed:${id}:${decidedAt.getTime()}` : undefined

export const isAppealOpen = ({ letter }: Declined, now: Date): boolean =>
  now.getTime() < Date.parse(letter.appeal.until)
