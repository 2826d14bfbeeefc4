/** Nobody has said or typed anything for a while: when plainer words are offered (R40). Facts of this phone; the server decides. Pure. */
import type { InterviewForCandidate, QuestionForCandidate } from '../../../shared/contracts/interviews.js'
import type { SpokenState } from './spoken-state.js'

export interface Quiet {
  number: number
  sinceMs: number
  /** What was typed or heard last: another one ends the silence. */
  mark: string
}

interface Heard {
  interview: InterviewForCandidate | undefined
  typed: { text: string }
  spoken: Pick<SpokenState, 'phase' | 'beats' | 'silentBeats'>
  quiet: Quiet | undefined
}

/** Of the answer that runs; undefined while none does, or while the recorder stands still for a reason of its own. */
export function quietNow({ interview, typed, spoken, quiet }: Heard, nowMs: number): Quiet | undefined {
  const { step } = interview ?? {}
  if (step?.kind !== 'answering') return undefined
  const { number, answerWith } = step.question
  const isSpoken = answerWith === 'voice' || answerWith === 'video'
  if (isSpoken && spoken.phase !== 'recording') return undefined
  const before = quiet?.number === number ? quiet : undefined
  const mark = isSpoken ? (spoken.silentBeats > 0 ? (before?.mark ?? '') : `${spoken.beats}`) : typed.text
  return before?.mark === mark ? before : { number, sinceMs: nowMs, mark }
}

export function isQuietFor(quiet: Quiet | undefined, { simplerLeft }: QuestionForCandidate, nowMs: number): boolean {
  const { afterSeconds } = simplerLeft ?? {}
  return quiet !== undefined && afterSeconds !== undefined && nowMs - quiet.sinceMs >= afterSeconds * 1_000
}
