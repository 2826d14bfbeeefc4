/** Finding one's way through the rounds of a position. Pure. */
import type { PositionFile, Round } from '../../../shared/contracts/positions.js'
import type { RoundSlot } from '../../../shared/contracts/round-slot.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { unchanged } from '../../texts/in-every-language.js'
import { texts } from './texts/index.js'

type WithRounds = Pick<PositionFile, 'rounds'>

/** The first round of every position (check-position). */
export function aiRoundOf({ rounds }: WithRounds): Round {
  const [first] = rounds
  if (!first) throw new Error('a position without rounds')
  return first
}

export const roundOf = ({ rounds }: WithRounds, id: string): Round | undefined =>
  rounds.find((round) => round.id === id)

/** Undefined after the last round, and for what is no round. */
export function roundAfter({ rounds }: WithRounds, id: string): Round | undefined {
  const index = rounds.findIndex((round) => round.id === id)
  return index < 0 ? undefined : rounds[index + 1]
}

/** A slot that has passed is none; one that begins at this very moment has. */
export const slotAhead = (slot: RoundSlot | undefined, now: Date): RoundSlot | undefined =>
  slot && new Date(slot.startsAt) > now ? slot : undefined

/**
 * Where and when a round takes place for somebody who enters it at that moment: the slot that was chosen for them stands, the
 * position's own counts while it is ahead.
 */
export const slotOnEntering = (
  round: Pick<Round, 'slot'>,
  { chosen, at }: { chosen?: RoundSlot | undefined; at: Date },
): RoundSlot | undefined => chosen ?? slotAhead(round.slot, at)

/** A round that the position no longer has keeps its id as its name. */
export function stageNameOf(position: WithRounds, stage: string): Bilingual {
  if (stage === 'screening') return texts.screening
  return roundOf(position, stage)?.name ?? unchanged(stage)
}
