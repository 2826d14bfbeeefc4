/** Spoken answers: what is known of them when they end, and how they are heard. Pure. */
import type { Recording } from '../../../shared/contracts/recordings.js'
import {
  questionOf,
  withQuestion,
  type Answer,
  type Hearer,
  type Interview,
  type InterviewQuestion,
} from './interview.js'

/** Nothing for a written one. */
export const recordedIn = (
  { answersBy }: Pick<InterviewQuestion, 'answersBy'>,
  recording?: Recording,
): Pick<Answer, 'recording'> => (answersBy ? { recording: { way: answersBy, ...recording } } : {})

/** What was said, when somebody could write it down. */
export interface Heard {
  text?: string
  by: Hearer
}

/** Questions by number. What was heard before stays as it is. */
export function heard(interview: Interview, answers: ReadonlyMap<number, Heard>): Interview {
  return [...answers].reduce((current, [number, { text, by }]) => {
    const question = questionOf(current, number)
    const { answer } = question ?? {}
    if (!question || !answer?.recording || answer.recording.heardBy) return current
    const recording = { ...answer.recording, heardBy: by }
    return withQuestion(current, { ...question, answer: { ...answer, text: text ?? answer.text, recording } })
  }, interview)
}

/** A spoken answer that no transcriber wrote down: people listen, and no machine scores. */
export const needsListeners = ({ questions, followUps = [] }: Pick<Interview, 'questions' | 'followUps'>): boolean =>
  [...questions, ...followUps].some(({ answer }) => answer?.recording && answer.recording.heardBy !== 'transcriber')
