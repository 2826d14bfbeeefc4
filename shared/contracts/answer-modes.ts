/** With what a question is answered; each has its folder in server/features/question-types. */
import { Type } from 'typebox'

/** Seconds for an answer when the question's own form says nothing. */
export const answerSecondsOf = {
  text: Type.Integer({ default: 360, minimum: 60, maximum: 1800 }),
  number: Type.Integer({ default: 180, minimum: 30, maximum: 1800 }),
  voice: Type.Optional(Type.Integer({ minimum: 30, maximum: 600 })),
  video: Type.Optional(Type.Integer({ minimum: 30, maximum: 300 })),
}

/** Of a spoken answer, where the organisation says nothing. */
export const usualRecordedSeconds = 120

/** What is said instead of written, where the bank asks for text: people or a transcriber listen. */
export const recordedWays = ['voice', 'video'] as const
export type RecordedWay = (typeof recordedWays)[number]

export const isRecorded = (mode: string): mode is RecordedWay => (recordedWays as readonly string[]).includes(mode)

export type AnswerMode = keyof typeof answerSecondsOf
/** What the questions of a bank ask for. */
export type WrittenMode = Exclude<AnswerMode, RecordedWay>
export const answerModes = Object.keys(answerSecondsOf) as [AnswerMode, ...AnswerMode[]]
