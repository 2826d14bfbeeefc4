/** The candidate corrects what was written down of a spoken answer: once, beside the transcript, for so long. Pure. */
import { invalidInput } from '../../errors.js'
import { plusMs } from './instants.js'
import { questionOf, unfollowed, withQuestion, type Interview, type InterviewQuestion } from './interview.js'
import {
  allowed,
  alreadyCorrected,
  correctionOver,
  nothingToCorrect,
  refused,
  unknownQuestion,
  type Ruling,
} from './ruling.js'

/** After the interview. The candidate is told so before it begins (miniprogram/i18n). */
export const correctionHours = 48

export interface Corrects {
  number: number
  text: string
  openid: string
  now: Date
}

/** What a clip can hold beside what was heard of it: misheard words are seldom longer than that. */
export const mostCharactersFor = (heard: string): number => Math.floor([...heard].length * 1.5) + 200

/** Whoever listens hears what was said: without a transcript nothing can be wrong in it. */
export const wasWrittenDown = ({ answer }: Pick<InterviewQuestion, 'answer'>): boolean =>
  answer?.recording?.heardBy === 'transcriber' && answer.text.trim() !== ''

export const writtenDownIn = ({ questions, followUps = [] }: Pick<Interview, 'questions' | 'followUps'>) =>
  [...questions, ...followUps].filter(wasWrittenDown)

export const correctableUntil = ({ submittedAt }: Pick<Interview, 'submittedAt'>): Date | undefined =>
  submittedAt && plusMs(submittedAt, correctionHours * 3_600_000)

/** The same text again is the same correction, and the transcript itself is none. */
export function correctAnswer(interview: Interview, { number, text, openid, now }: Corrects): Ruling {
  const question = questionOf(interview, number)
  if (!question) return refused(interview, unknownQuestion())
  const { answer } = question
  if (!answer || !wasWrittenDown(question)) return refused(interview, nothingToCorrect(number))
  const words = text.trim()
  if (words === (answer.correction?.text ?? answer.text.trim())) return allowed(interview)
  if (answer.correction) return refused(interview, alreadyCorrected(number))
  const until = correctableUntil(interview)
  if (interview.status !== 'scored' || !until || now > until) return refused(interview, correctionOver())
  const most = mostCharactersFor(answer.text)
  if ([...words].length > most)
    return refused(interview, invalidInput([{ at: 'text', rule: 'maxLength', allowed: most }]))

  const correction = { text: words, at: now, by: openid }
  return allowed(withQuestion(interview, { ...question, answer: { ...answer, correction } }))
}

/** Those that `seen` had are in its report now. */
export const followed = (interview: Interview, seen: Interview): Interview =>
  unfollowed(seen).reduce((current, { number }) => {
    const question = questionOf(current, number)
    const { answer } = question ?? {}
    if (!question || !answer?.correction) return current
    const correction = { ...answer.correction, isFollowed: true as const }
    return withQuestion(current, { ...question, answer: { ...answer, correction } })
  }, interview)
