import type { Form } from '../question-types/index.js'

/** What somebody goes through with it, whatever it asks about: questions of one make are as long and as hard to sit. In words. */
export const makeOfForm = ({
  answerWith,
  measures,
  thinkingSeconds: thinking,
  answerSeconds: answering,
}: Pick<Form, 'answerWith' | 'measures' | 'thinkingSeconds' | 'answerSeconds'>): string =>
  [
    answerWith,
    measures,
    ...(thinking === undefined ? [] : [`thinkingSeconds ${thinking}`]),
    ...(answering === undefined ? [] : [`answerSeconds ${answering}`]),
  ].join(', ')
