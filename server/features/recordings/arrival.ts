/** Whether all of a spoken answer is there, and if not, until when it is waited for. Pure. */
import type { InterviewQuestion } from '../interviews/index.js'
import { endOf } from './open-for-pieces.js'
import { acceptedLateMs, isWhole, type Recording } from './recording.js'

/** Whoever brings the last piece says so; this is for what nobody said. */
const lookAgainMs = 60_000

export type Arrival = { kind: 'here'; recording?: Recording } | { kind: 'on-its-way'; lookAgainAt: Date }

/** What the phone told of, or, where it told nothing, the last take of which anything came. */
export function takeThatCounts(
  { number, answer }: Pick<InterviewQuestion, 'number' | 'answer'>,
  recordings: readonly Recording[],
): Recording | undefined {
  const { way, take } = answer?.recording ?? {}
  const takes = recordings.filter((one) => one.number === number && one.way === way && one.pieces.length > 0)
  return take === undefined
    ? takes.sort((one, other) => other.take - one.take)[0]
    : takes.find((one) => one.take === take)
}

export function arrivalOf(question: InterviewQuestion, recordings: readonly Recording[], now: Date): Arrival {
  const recording = takeThatCounts(question, recordings)
  const told = question.answer?.recording?.clips
  const here = { kind: 'here' as const, ...(recording && { recording }) }
  if (told && recording && isWhole(recording, told)) return here

  const until = (endOf(question)?.getTime() ?? 0) + acceptedLateMs
  if (now.getTime() > until) return here
  return { kind: 'on-its-way', lookAgainAt: new Date(Math.min(until + 1, now.getTime() + lookAgainMs)) }
}
