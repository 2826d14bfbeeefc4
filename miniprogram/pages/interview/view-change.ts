/** What a newer view means beside the one before. Pure. */
import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type { InterviewStep } from '../../../shared/contracts/interviews.js'
import { chosenWay } from './answer-ways.js'
import { questionOf, type InterviewState } from './interview-state.js'

const isSameQuestion = (before: InterviewState, step: InterviewStep): boolean =>
  before.interview !== undefined && questionOf(before.interview.step)?.number === questionOf(step)?.number

/** Answering began by this page, and not before it was opened: nothing of it can have been recorded elsewhere. */
export function beganUnderOurEyes(before: InterviewState, step: InterviewStep): boolean {
  const { kind } = before.interview?.step ?? {}
  if (step.kind !== 'answering' || !isSameQuestion(before, step)) return false
  if (kind === 'issued' || kind === 'thinking') return true
  return before.interview !== undefined && questionOf(before.interview.step)?.answerWith !== step.question.answerWith
}

/** The time to think ran out, and another way than the question's own had been chosen meanwhile. */
export function wayToBeginIn(before: InterviewState, step: InterviewStep): AnswerMode | undefined {
  if (step.kind !== 'answering' || before.interview?.step.kind !== 'thinking' || !isSameQuestion(before, step))
    return undefined
  const way = chosenWay(before)?.answerWith
  return way === step.question.answerWith || step.draft.text !== '' ? undefined : way
}
