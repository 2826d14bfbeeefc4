/** How an interview lies in the store. Whatever the candidate wrote is sealed with the candidate's own key. */
import type { Leased } from '../../mongo/claim-one.js'
import type { Answer, Correction, Draft, Interview, InterviewQuestion } from './interview.js'

export interface AnswerRow extends Omit<Answer, 'text' | 'correction'> {
  correction?: Omit<Correction, 'text'>
}

export interface QuestionRow extends Omit<InterviewQuestion, 'draft' | 'answer'> {
  draft?: Omit<Draft, 'text'>
  answer?: AnswerRow
  /** Text of the answer, before that of the draft. */
  sealedText?: Uint8Array
  sealedCorrection?: Uint8Array
}

export interface Row extends Omit<Interview, 'id' | 'questions' | 'followUps'>, Leased {
  questions: QuestionRow[]
  followUps?: QuestionRow[]
  /** Grows with every change: who writes on top of an older one has to look again. */
  version: number
  /** Which job has something to do. */
  queue?: 'announce' | 'hear' | 'score' | 'score-again'
  /** When what is still on its way may have come; absent: now. */
  hearAt?: Date
  /** Why each question was drawn: it tells what a résumé lacks. */
  sealedWhy?: Uint8Array
  /** After this moment time alone changes the interview. */
  turnAt?: Date
}
