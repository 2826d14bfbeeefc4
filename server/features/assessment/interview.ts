/** What an interview is to the engine: what was asked, what was answered, what the position weighs. */
import type { ResumeFact } from '../../../shared/contracts/assessment.js'
import type { DecisionRule } from '../../../shared/contracts/positions.js'
import type { Competency, CompetencyId, Indicator, RedLine } from '../../../shared/contracts/question-bank.js'
import type { Language } from '../../../shared/contracts/text.js'
import type { AskedQuestion } from '../question-types/index.js'

/** `never-shown`, `technical`: not the candidate's doing, so it is left out of the score and a person is told. */
export interface GivenAnswer {
  questionId: string
  /** As saved: text, or the number as typed. Absent or empty = not answered. */
  text?: string
  /** What was said to its follow-ups, in their order. */
  toFollowUps?: readonly string[]
  notAnswered?: 'ran-out-of-time' | 'never-shown' | 'technical'
}

export interface InterviewToAssess {
  questions: readonly AskedQuestion[]
  answers: readonly GivenAnswer[]
  /** Percent per competency; what has no question is left out of the total and said. */
  weights: Readonly<Record<CompetencyId, number>>
  competencies: readonly Competency[]
  rubricVersion: string
  /** Of the whole bank. */
  redLines?: readonly RedLine[]
  /** Of the whole bank. */
  indicators?: readonly Indicator[]
  position: { id: string; decision?: DecisionRule }
  resumeFacts?: readonly ResumeFact[]
  /** Language of the interview. */
  language?: Language
}

export function idOf(asked: AskedQuestion): string {
  return asked.kind === 'text' ? asked.question.id : asked.item.id
}
