/** An interview by the ids of the bank's version it was drawn from, and the same with the rubrics put in. */
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { questionTypes, type AskedById } from '../question-types/index.js'
import type { InterviewToAssess } from './interview.js'

export interface InterviewById extends Omit<
  InterviewToAssess,
  'questions' | 'competencies' | 'rubricVersion' | 'redLines' | 'indicators'
> {
  asked: readonly AskedById[]
}

export function withBank(bank: QuestionBankFile, { asked, ...given }: InterviewById): InterviewToAssess {
  return {
    ...given,
    questions: asked.map((question) => questionTypes[question.answerWith].toScore(question, bank)),
    competencies: bank.competencies,
    rubricVersion: bank.version,
    redLines: bank.redLines ?? [],
    ...(bank.indicators && { indicators: bank.indicators }),
  }
}
