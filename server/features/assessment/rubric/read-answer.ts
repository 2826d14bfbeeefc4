/** The answer, read once for all points of its question. */
import { distinctNewWords, type ReadText } from '../reading/read-text.js'
import { featuresOf, type TextFeatures } from './features.js'

export interface AnswerText {
  read: ReadText
  features: TextFeatures
  newWords: number
  /** Clauses that may not earn anything: bare lists of keywords. */
  ignoredClauses: ReadonlySet<number>
}

export function readAnswer(read: ReadText, stems: readonly ReadText[], ignoredClauses: ReadonlySet<number>): AnswerText {
  const words = read.words.filter((word) => !ignoredClauses.has(word.clause))

  return { read, features: featuresOf(words), newWords: distinctNewWords(words, stems), ignoredClauses }
}
