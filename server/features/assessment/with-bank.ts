/** An interview by the ids of the bank's version it was drawn from, and the same with the rubrics put in. */
import type { CompetencyId, QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import type { AskedQuestion, InterviewToAssess } from './interview.js'

export interface AskedById {
  /** Question or template of the bank. */
  sourceId: string
  answerWith: 'text' | 'number'
  competencyId: CompetencyId
  /** Of a number: the right answer of the variant that was asked. */
  expected?: string
}

export interface InterviewById extends Omit<InterviewToAssess, 'questions' | 'competencies' | 'rubricVersion'> {
  asked: readonly AskedById[]
}

export function withBank(bank: QuestionBankFile, { asked, ...given }: InterviewById): InterviewToAssess {
  return {
    ...given,
    questions: asked.map((question) => askedOf(question, bank)),
    competencies: bank.competencies,
    rubricVersion: bank.version,
  }
}

function askedOf({ sourceId, answerWith, competencyId, expected }: AskedById, bank: QuestionBankFile): AskedQuestion {
  if (answerWith === 'text') return { kind: 'text', question: found(bank.questions, sourceId) }
  const { id, decimals, praise, advice } = found(bank.numeracy, sourceId)
  return { kind: 'numeracy', item: { id, competencyId, decimals, praise, advice, expected: Number(expected) } }
}

function found<Item extends { id: string }>(items: readonly Item[], id: string): Item {
  const item = items.find((one) => one.id === id)
  if (!item) throw new Error(`the bank's version lost ${id}`)
  return item
}
