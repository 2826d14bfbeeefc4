/** Finishes a question, and asks on where something follows from what was answered. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import { changeInterview, type ChangeDeps } from './change-interview.js'
import { followUpAt, openingAfter, type Opening } from './follow-up.js'
import type { Interview } from './interview.js'
import type { WhichInterview } from './interview-store.js'
import { allowed } from './ruling.js'
import { submitAnswer, type SubmitAnswer } from './submit-answer.js'

export interface AnswerDeps extends ChangeDeps {
  /** What is said next, within a short time or not at all. */
  askOn: (interview: Interview, opening: Opening) => Promise<Bilingual | undefined>
}

/**
 * Where nothing can follow it is one command. Else what follows is decided before anything is written, so that the answer and what is asked
 * on it stand together or not at all: a phone that hears nothing sends its answer again. The deciding is not the candidate's time.
 */
export async function answerQuestion(
  deps: AnswerDeps,
  which: WhichInterview,
  submission: Omit<SubmitAnswer, 'now' | 'next'>,
): Promise<Interview> {
  const now = deps.clock.now()
  const { number } = submission
  let opening: Opening | undefined
  const interview = await changeInterview(deps, which, (current) => {
    const ruling = submitAnswer(current, { now, ...submission })
    opening = isEndedBy(ruling.interview, current, number) ? openingAfter(ruling.interview, number, now) : undefined
    return opening ? allowed(current) : ruling
  })
  if (!opening) return interview

  const open = opening
  const says = await deps.askOn(interview, open)
  return changeInterview(deps, which, (current) =>
    submitAnswer(current, { now, ...submission, ...(says && { next: [followUpAt(current, open, says)] }) }),
  )
}

const isEndedBy = (after: Interview, before: Interview, number: number): boolean =>
  after !== before && !answerIn(before, number) && answerIn(after, number)

const answerIn = ({ questions, followUps = [] }: Interview, number: number): boolean =>
  [...questions, ...followUps].some((one) => one.number === number && one.answer !== undefined)
