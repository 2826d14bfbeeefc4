/** Whether pieces of a spoken answer are taken, and of which way. Pure. */
import type { RecordedWay } from '../../../shared/contracts/answer-modes.js'
import { questionOf, type Interview, type InterviewQuestion } from '../interviews/index.js'
import { acceptedLateMs, type PieceAt } from './recording.js'

interface Open {
  way: RecordedWay
  /** So many may be recorded. */
  takes: number
}

/** From when the answer is begun until a while after its end: what was recorded in time may be late. */
export function openForPieces(interview: Interview, number: number, now: Date): Open | undefined {
  const question = questionOf(interview, number)
  const { answersBy: way, clock, takes = 1 } = question ?? {}
  const end = question && endOf(question)
  if (!way || !clock || !end || now < clock.thinkingEndsAt) return undefined
  return now.getTime() <= end.getTime() + acceptedLateMs ? { way, takes } : undefined
}

/** An answer that time ended is written later than it ended. */
export function endOf({ answer, clock }: Pick<InterviewQuestion, 'answer' | 'clock'>): Date | undefined {
  if (!answer || !clock) return answer?.at ?? clock?.answerEndsAt
  return answer.endedBy === 'time' && clock.answerEndsAt < answer.at ? clock.answerEndsAt : answer.at
}

/**
 * While it is being answered only the phone that holds the interview records, as only that one writes. Afterwards whichever has what is
 * missing brings it: the phone that was left behind may have it alone. Of an answer that was told, nothing but what was told.
 */
export function mayBring(
  interview: Interview,
  deviceKey: string,
  { number, take, clip, piece }: PieceAt & { number: number; take: number },
): boolean {
  if (interview.phone.deviceKey === deviceKey) return true
  const answer = questionOf(interview, number)?.answer
  const { take: told, clips } = answer?.recording ?? {}
  if (!answer || told === undefined) return answer !== undefined
  return take === told && piece <= (clips?.[clip - 1]?.pieces ?? 0)
}
