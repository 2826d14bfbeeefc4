/**
 * What follows a decision, in the order in which it is carried out: the one place that knows. The job does the list, every preview
 * reads it. Pure.
 */
import type { Round } from '../../../../shared/contracts/positions.js'
import type { RoundSlot } from '../../../../shared/contracts/round-slot.js'
import { hoursAfter } from '../../../durations.js'
import type { Organisation } from '../../accounts/index.js'
import type { CandidateMessage, GroupEvent } from '../../notifications/index.js'
import { roundAfter, slotOnEntering, type Position } from '../../positions/index.js'
import { applicationRef } from '../../talent/index.js'
import type { Happening, Reconsidered } from '../states/application-states.js'
import { screeningStage, type Decision, type Verdict } from './decision.js'
import type { NewDecision } from './decision-store.js'

export type Consequence =
  | { kind: 'application-moves'; happening: Happening }
  | { kind: 'letter-kept' }
  /** Its message goes out with the invitation. */
  | { kind: 'invited'; windowHours: number }
  | { kind: 'decision-raised'; decision: NewDecision; noted: 'round-entered' }
  | { kind: 'candidate-told'; message: CandidateMessage }
  | { kind: 'group-told'; event: GroupEvent }
  | { kind: 'noted'; as: 'all-rounds-passed' }

export interface Circumstances {
  position: Position
  defaults: Pick<Organisation['defaults'], 'windowHours' | 'resultPromiseHours'>
  /** When it was decided. */
  at: Date
}

/** A decision with its verdict: made, or only thought of. */
export type WithVerdict = Decision & { verdict: Verdict }

export function consequencesOf(decision: WithVerdict, circumstances: Circumstances): Consequence[] {
  switch (decision.verdict) {
    case 'hold':
      return []
    case 'invite':
      return [
        { kind: 'application-moves', happening: { event: 'invite', stage: decision.stage } },
        { kind: 'invited', windowHours: circumstances.defaults.windowHours },
      ]
    case 'decline':
      return ofDecline(decision, circumstances)
    case 'advance':
      return ofAdvance(decision, circumstances)
  }
}

/** Of a verdict that had been carried out: the application goes back to where it stood, and the candidate hears of it. */
export function consequencesOfTakingBack(
  decision: Decision,
  { position }: Pick<Circumstances, 'position'>,
): Consequence[] {
  const { stage, dueAt } = decision
  return [
    {
      kind: 'application-moves',
      happening: { event: 'reconsider', enters: stage, reconsidered: reconsideredAt(stage, position) },
    },
    { kind: 'candidate-told', message: resultMessage(decision, 'looked-at-again', dueAt) },
  ]
}

function reconsideredAt(stage: string, position: Position): Reconsidered {
  if (stage === screeningStage) return 'of-screening'
  return position.rounds[0]?.id === stage ? 'of-first-round' : 'of-later-round'
}

/** The letter is kept before anybody is told that there is one. */
const ofDecline = (decision: Decision, { at }: Circumstances): Consequence[] => [
  { kind: 'letter-kept' },
  { kind: 'application-moves', happening: { event: 'decline', stage: decision.stage } },
  { kind: 'candidate-told', message: resultMessage(decision, 'letter', at) },
]

/** Into the round after, or past the last one. */
function ofAdvance(decision: Decision, circumstances: Circumstances): Consequence[] {
  const { position, at } = circumstances
  const round = roundAfter(position, decision.stage)
  const event = decision.decidedBy === 'rule' ? 'advance-by-rule' : 'advance'
  const moves: Consequence = {
    kind: 'application-moves',
    happening: { event, stage: decision.stage, ...(round && { enters: round.id }) },
  }
  if (!round) return [moves, ...afterLastRound(decision, circumstances)]

  const slot = slotOnEntering(round, { chosen: decision.slot, at })
  const raised: Consequence = {
    kind: 'decision-raised',
    decision: nextDecision(decision, { ...circumstances, round, slot }),
    noted: 'round-entered',
  }
  return [moves, raised, ...toldOfRound(decision, { ...circumstances, round, slot })]
}

function afterLastRound(decision: Decision, { position, at }: Circumstances): Consequence[] {
  return [
    groupTold(decision, {
      kind: 'all-rounds-passed',
      key: `passed:${verdictKey(decision)}`,
      positionTitle: position.title,
      at,
    }),
    { kind: 'noted', as: 'all-rounds-passed' },
    { kind: 'candidate-told', message: resultMessage(decision, 'decided', at) },
  ]
}

type Entered = Circumstances & { round: Round; slot: RoundSlot | undefined }

/** Whoever holds the round decides about it: from its start on, or at once when nobody has set a time. */
function nextDecision(decision: Decision, { round, slot, at, defaults }: Entered): NewDecision {
  const waits = waitsFrom(slot ? new Date(slot.startsAt) : at, defaults.resultPromiseHours)
  const unarranged = !slot && { unarranged: true as const }
  return { ...applicationRef(decision), stage: round.id, ...waits, ...unarranged }
}

/** Without a slot there is nothing to promise: HR has the task to set one. */
function toldOfRound(decision: Decision, { position, round, slot, at }: Entered): Consequence[] {
  if (!slot) {
    const news = {
      kind: 'next-round-unset',
      key: `slot:${verdictKey(decision)}`,
      positionTitle: position.title,
      at,
    } as const
    return [groupTold(decision, news)]
  }
  const message = nextRoundMessage(decision, { round, slot })
  return message ? [{ kind: 'candidate-told', message }] : []
}

function groupTold(
  { orgId, candidateId, id }: Decision,
  news: Pick<GroupEvent, 'kind' | 'key' | 'positionTitle' | 'at'>,
): Consequence {
  return { kind: 'group-told', event: { ...news, orgId, candidateId, about: { kind: 'decision', id } } }
}

/** The candidate is promised a result so many hours after the round begins. */
export const waitsFrom = (raisedAt: Date, promiseHours: number): { raisedAt: Date; dueAt: Date } => ({
  raisedAt,
  dueAt: hoursAfter(raisedAt, promiseHours),
})

/** Time and place of the round that a decision led into; undefined where the round is set to send nothing. */
export function nextRoundMessage(
  decision: Decision,
  { round, slot }: { round: Round; slot: RoundSlot },
): CandidateMessage | undefined {
  const { orgId, candidateId, applicationId, id } = decision
  if (round.sends.entered === 'nothing') return undefined
  return {
    orgId,
    candidateId,
    applicationId,
    template: 'next-round',
    variables: { round: round.name, startsAt: slot.startsAt, place: slot.place, contact: slot.contact, applicationId },
    dedupeKey: `next-round:${verdictKey(decision)}`,
    about: { kind: 'decision', id },
    notAfter: new Date(slot.startsAt),
  }
}

/** Each verdict on the same decision has messages of its own. */
export const verdictKey = ({ id, takenBack }: Pick<Decision, 'id' | 'takenBack'>): string =>
  takenBack === undefined ? id : `${id}:${takenBack}`

type Announced = 'letter' | 'decided' | 'looked-at-again'

function resultMessage(decision: Decision, state: Announced, at: Date): CandidateMessage {
  const { orgId, candidateId, applicationId, id } = decision
  return {
    orgId,
    candidateId,
    applicationId,
    template: 'result',
    variables: { state, expectedBy: at, applicationId },
    dedupeKey: `${state === 'looked-at-again' ? state : 'decided'}:${verdictKey(decision)}`,
    about: { kind: 'decision', id, announces: announcedByDecision(decision) },
  }
}

/** What a message about a decision announces; by the time it goes out the decision may announce something else. */
export const announcedByDecision = ({ status, verdict, takenBack = 0 }: Decision): string =>
  `${status === 'decided' ? verdict : status}-${takenBack}`
