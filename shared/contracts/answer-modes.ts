/** With what a question is answered; each has its folder in server/features/question-types. */
import { Type } from 'typebox'

/** Seconds for an answer when the question's own form says nothing. */
export const answerSecondsOf = {
  text: Type.Integer({ default: 360, minimum: 60, maximum: 1800 }),
  number: Type.Integer({ default: 180, minimum: 30, maximum: 1800 }),
}

export type AnswerMode = keyof typeof answerSecondsOf
export const answerModes = Object.keys(answerSecondsOf) as [AnswerMode, ...AnswerMode[]]
