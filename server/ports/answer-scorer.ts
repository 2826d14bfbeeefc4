/** Scores one answer. The rules are the first implementation; a model can be a second, and a gap between them asks a person. */
import type { AnswerScore, ScorerVersion } from '../../shared/contracts/assessment.js'
import type { Question } from '../../shared/contracts/question-bank.js'
import type { Language } from '../../shared/contracts/text.js'

export interface AnswerToScore {
  question: Question
  answer: string
  /** Language of the interview; used only where the answer itself does not tell, as with a bare number. */
  language?: Language
}

export interface AnswerScorer {
  scorer: ScorerVersion
  /** Same input, same bytes. An implementation over the network throws AppError `unavailable` when it cannot answer. */
  score(input: AnswerToScore): Promise<AnswerScore>
}
