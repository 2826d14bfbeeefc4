/** What the candidate would be sent, before anybody decides: what would follow, rendered as it is sent. Nothing is written. */
import type { DecideRequest, DecisionPreview } from '../../../../shared/contracts/staff-decisions.js'
import type { MessageTexts } from '../../../../shared/contracts/message-texts.js'
import type { RoundSlot } from '../../../../shared/contracts/round-slot.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { hoursAfter } from '../../../durations.js'
import { notFound } from '../../../errors.js'
import type { Clock } from '../../../ports/clock.js'
import type { Organisation } from '../../accounts/index.js'
import { invitationVariables } from '../../invitations/index.js'
import { renderForCandidate, type CandidateMessage } from '../../notifications/index.js'
import { roundAfter, roundOf, slotAhead, type Position, type PositionOf } from '../../positions/index.js'
import { draftLetter, type DraftLetterDeps } from '../letters/keep-letter.js'
import { consequencesOf, nextRoundMessage, type Circumstances, type Consequence } from './consequences.js'
import { screeningStage, type Decision, type Verdict } from './decision.js'
import { texts } from '../texts/index.js'

const warn = texts.warnings

export interface PreviewDeps extends DraftLetterDeps {
  positionOf: PositionOf
  organisationOf: (orgId: string) => Promise<Organisation>
  textsOf: (orgId: string) => Promise<MessageTexts | undefined>
  clock: Clock
}

type Notice = {
  [T in CandidateMessage['template']]: Pick<Extract<CandidateMessage, { template: T }>, 'template' | 'variables'>
}[CandidateMessage['template']]

interface Considered extends Pick<DecideRequest, 'verdict' | 'slot'> {
  /** Items that the reviewer has not rated. */
  toReview: number
  /** Whether the reviewer may read what the candidate wrote: a letter quotes it. */
  mayRead: boolean
}

export async function previewDecision(
  deps: PreviewDeps,
  decision: Decision,
  { verdict, slot, toReview, mayRead }: Considered,
): Promise<DecisionPreview> {
  const { orgId, positionId } = decision
  const position = await deps.positionOf(orgId, positionId)
  if (!position) throw notFound('position')
  const at = deps.clock.now()
  const unread = mayRead ? [] : [warn.notShared]
  const unrated = warnsOfUnrated(decision, verdict) && toReview > 0 ? [warn.notRated(toReview)] : []
  if (verdict === 'advance' && slot && !slotAhead(slot, at))
    return { verdict, warnings: [...unread, ...unrated, warn.inThePast] }

  const { defaults } = await deps.organisationOf(orgId)
  const circumstances = { position, defaults, at }
  const thought = { ...decision, verdict, decidedAt: at, ...(slot && { slot }) }
  const follow = consequencesOf(thought, circumstances)
  const shown = await showNotice(deps, orgId, noticeIn(follow, circumstances))
  return {
    verdict,
    ...shown,
    warnings: [...unread, ...unrated, ...warningsOf(thought, follow, position), ...shown.warnings],
    ...(mayRead &&
      follow.some(({ kind }) => kind === 'letter-kept') && { letter: await draftLetter(deps, decision, at) }),
  }
}

/** The notice of a round that was entered without time and place. */
export async function previewArrangement(
  deps: Pick<PreviewDeps, 'positionOf' | 'organisationOf' | 'textsOf' | 'clock'>,
  decision: Decision,
  slot: RoundSlot,
): Promise<DecisionPreview> {
  const { orgId, positionId, stage } = decision
  const position = await deps.positionOf(orgId, positionId)
  const round = position && roundOf(position, stage)
  if (!round) throw notFound('round')
  const verdict = 'advance'
  if (!slotAhead(slot, deps.clock.now())) return { verdict, warnings: [warn.inThePast] }
  const notice = nextRoundMessage(decision, { round, slot })
  return notice ? { verdict, ...(await showNotice(deps, orgId, notice)) } : { verdict, warnings: [warn.sendsNothing] }
}

/** Scores stay hidden until the answers behind them are reviewed; a résumé has none. */
const warnsOfUnrated = ({ stage }: Decision, verdict: Verdict): boolean =>
  verdict === 'decline' || (verdict === 'advance' && stage !== screeningStage)

/** What the candidate hears of what follows, at most one thing. An invitation's link is made when it is sent. */
function noticeIn(follow: readonly Consequence[], { position, at }: Circumstances): Notice | undefined {
  for (const one of follow) {
    if (one.kind === 'candidate-told') return one.message
    if (one.kind === 'invited')
      return {
        template: 'invitation',
        variables: invitationVariables(position, { closesAt: hoursAfter(at, one.windowHours), token: '' }),
      }
  }
  return undefined
}

async function showNotice(
  { textsOf, organisationOf }: Pick<PreviewDeps, 'textsOf' | 'organisationOf'>,
  orgId: string,
  notice: Notice | undefined,
): Promise<Pick<DecisionPreview, 'message' | 'warnings'>> {
  if (!notice) return { warnings: [] }
  const [texts, { zone }] = await Promise.all([textsOf(orgId), organisationOf(orgId)])
  const rendered = renderForCandidate(notice, { texts, zone })
  return rendered.kind === 'rendered'
    ? { message: { template: notice.template, text: rendered.text }, warnings: [] }
    : { warnings: [warn.cannotBeSent] }
}

function warningsOf(
  { verdict, stage }: Decision & { verdict: Verdict },
  follow: readonly Consequence[],
  position: Position,
): Bilingual[] {
  if (verdict === 'hold') return [warn.staysWaiting]
  if (verdict !== 'advance') return []
  if (!roundAfter(position, stage)) return [warn.lastRound]
  if (follow.some((one) => one.kind === 'decision-raised' && one.decision.unarranged)) return [warn.noSlot]
  return follow.some(({ kind }) => kind === 'candidate-told') ? [] : [warn.sendsNothing]
}
