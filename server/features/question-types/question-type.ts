/** What a way of answering brings with it: which forms of the bank it asks, and how long an answer may be. */
import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type {
  NumeracyTemplate,
  Question,
  QuestionBankFile,
  QuestionKind,
} from '../../../shared/contracts/question-bank.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Finding, Path } from '../../data-files/file-problem.js'

type Entry = Question | NumeracyTemplate

/** An entry of the bank from which a question is made. */
export interface Form extends Pick<
  Entry,
  'id' | 'competencyId' | 'positionIds' | 'formGroup' | 'thinkingSeconds' | 'answerSeconds'
> {
  answerWith: AnswerMode
  /** Where it stands in its file. */
  at: Path
  /** What parallel forms have in common beside the competency, in words. */
  measures: string
  check: () => Finding[]
  /** The same seed gives the same words. */
  ask: (seed: string) => Asked
}

/** What the candidate is asked, in words fixed for good. */
export interface Asked {
  kind: QuestionKind | 'numeracy'
  stem: Bilingual
  unit?: Bilingual
  /** Exact answer of a numeracy item. Never leaves the house. */
  expected?: string
}

export type FormLists = Pick<QuestionBankFile, 'questions' | 'numeracy'>

export interface QuestionType {
  formsIn: (bank: FormLists) => Form[]
  /** Code points of an answer: an emoji counts as one. */
  maxCharacters: number
}
