/** In which ways a question can be answered on this phone, and which of them was chosen. Pure. */
import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type { QuestionForCandidate, WayOfAnswering } from '../../../shared/contracts/interviews.js'
import type { Texts } from '../../i18n/texts.js'
import { questionOf, type InterviewState } from './interview-state.js'
import { hasSpoken } from './spoken-state.js'

const doneHere: readonly AnswerMode[] = ['text', 'number', 'voice', 'video']

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

/** What the switch leads to; none once something was said or written. */
export function otherWays(state: InterviewState): WayOfAnswering[] {
  const question = state.interview && questionOf(state.interview.step)
  if (!question || !mayChange(state)) return []
  const chosen = chosenWay(state)?.answerWith
  return waysOf(question).filter(({ answerWith }) => answerWith !== chosen)
}

function mayChange({ interview, typed, isFinishing, spoken }: InterviewState): boolean {
  if (interview?.step.kind === 'thinking') return true
  return interview?.step.kind === 'answering' && !isFinishing && typed.text.trim() === '' && !hasSpoken(spoken)
}

/** With the time that each gives. */
export const waysInWords = (ways: readonly WayOfAnswering[], words: Texts['interview']): string[] =>
  ways.map(({ answerWith, answerSeconds }) =>
    words.wayTakes(words.ways[answerWith], lengthOf(answerSeconds * 1_000, words)),
  )

export function lengthOf(ms: number, words: Texts['interview']): string {
  const seconds = Math.round(ms / 1_000)
  const minutes = Math.floor(seconds / 60)
  if (minutes === 0) return words.seconds(seconds)
  return seconds % 60 === 0 ? words.minutes(minutes) : words.minutesSeconds(minutes, seconds % 60)
}
