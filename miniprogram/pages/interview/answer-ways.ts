/** In which ways a question can be answered on this phone, and which of them was chosen. Pure. */
import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type { QuestionForCandidate, WayOfAnswering } from '../../../shared/contracts/interviews.js'
import { questionOf, type InterviewState } from './interview-state.js'
import { hasSpoken } from './spoken-state.js'

const doneHere: readonly AnswerMode[] = ['text', 'number', 'voice']

function waysOf({ answerWith, answerSeconds, otherWays = [] }: QuestionForCandidate): WayOfAnswering[] {
  return [{ answerWith, answerSeconds }, ...otherWays].filter((way) => doneHere.includes(way.answerWith))
}

/** Somebody who spoke once wants to speak again, where it is offered. */
export function chosenWay({ interview, preferred }: InterviewState): WayOfAnswering | undefined {
  const question = interview && questionOf(interview.step)
  if (!question) return undefined
  const ways = waysOf(question)
  if (interview.step.kind === 'answering') return ways.find(({ answerWith }) => answerWith === question.answerWith)
  return ways.find(({ answerWith }) => answerWith === preferred) ?? ways[0]
}

/** What the switch leads to; nothing once something was said or written. */
export function otherWay(state: InterviewState): WayOfAnswering | undefined {
  const question = state.interview && questionOf(state.interview.step)
  if (!question || !mayChange(state)) return undefined
  const ways = waysOf(question)
  const chosen = ways.findIndex(({ answerWith }) => answerWith === chosenWay(state)?.answerWith)
  const next = ways[(chosen + 1) % ways.length]
  return next?.answerWith === ways[chosen]?.answerWith ? undefined : next
}

function mayChange({ interview, typed, isFinishing, spoken }: InterviewState): boolean {
  if (interview?.step.kind === 'thinking') return true
  return interview?.step.kind === 'answering' && !isFinishing && typed.text.trim() === '' && !hasSpoken(spoken)
}
