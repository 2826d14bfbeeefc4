/** With what a question is answered; each has its folder in server/features/question-types. */
export const answerModes = ['text', 'number'] as const
export type AnswerMode = (typeof answerModes)[number]
