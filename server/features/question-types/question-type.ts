/** What a way of answering brings with it: which forms of the bank it asks, how its answers are scored, how long they may be. */
import type { WrittenMode } from '../../../shared/contracts/answer-modes.js'
import type {
  CompetencyId,
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
  'id' | 'competencyId' | 'positionIds' | 'formGroup' | 'stem' | 'thinkingSeconds' | 'answerSeconds'
> {
  answerWith: WrittenMode
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
  /** The same in plainer words, for whoever asks for it. */
  simplerStem?: Bilingual
  /** What may be asked after it, one after the other; seconds to answer where the bank sets them. */
  mayFollow?: { answerSeconds?: number }[]
  unit?: Bilingual
  /** Exact answer of a numeracy item. Never leaves the house. */
  expected?: string
}

/** A question of an interview by the ids of the bank's version it was drawn from. */
export interface AskedById {
  /** Question or template of the bank. */
  sourceId: string
  answerWith: WrittenMode
  competencyId: CompetencyId
  /** Of a number: the right answer of the variant that was asked. */
  expected?: string
}

/** A numeracy variant as it was asked. */
export interface NumeracyItem {
  id: string
  competencyId: CompetencyId
  expected: number
  decimals: number
  unit: Bilingual
  praise: Bilingual
  advice: Bilingual
}

/** What scoring needs of a question: a rubric to read the answer by, or a right answer to hold it against. */
export type AskedQuestion = { kind: 'text'; question: Question } | { kind: 'numeracy'; item: NumeracyItem }

export type FormLists = Pick<QuestionBankFile, 'questions' | 'numeracy'>

export interface QuestionType {
  formsIn: (bank: FormLists) => Form[]
  toScore: (asked: AskedById, bank: FormLists) => AskedQuestion
  /** Code points of an answer: an emoji counts as one. */
  maxCharacters: number
}

/** A version of a bank never changes, so what was drawn from it is in it. */
export function drawnFrom<Item extends { id: string }>(items: readonly Item[], id: string): Item {
  const item = items.find((one) => one.id === id)
  if (!item) throw new Error(`the bank's version lost ${id}`)
  return item
}
