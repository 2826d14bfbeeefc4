import type { AnswerOutbox } from '../../services/answer-outbox.js'
import { questionTaken, type InterviewState } from './interview-state.js'

/** The open question's text: what this phone kept of it, else the server's draft. */
export function withOpenQuestion(state: InterviewState, outbox: AnswerOutbox): InterviewState {
  const step = state.interview?.step
  if (step?.kind !== 'answering' || state.typed.number === step.question.number) return state

  const { number } = step.question
  const { text, submissionKey } = outbox.begin({ number, text: step.draft.text, revision: step.draft.revision })
  return {
    ...questionTaken(state, number, text),
    isFinishing: submissionKey !== undefined,
    saving: text === '' ? 'nothing' : 'saved',
  }
}
