/** The answer, read once for all points of its question. */
import { distinctNewWords, type ReadText, type Word } from '../reading/read-text.js'
import { featuresOf, type TextFeatures } from './features.js'
import type { PreparedQuestion } from './prepare-question.js'

export interface AnswerText {
  read: ReadText
  features: TextFeatures
  newWords: number
  /** The telling words of each clause. */
  clauseWords: Word[][]
  /** Clauses that may not earn anything: bare lists of keywords. */
  ignoredClauses: ReadonlySet<number>
}

export function readAnswer(
  read: ReadText,
  { stems, vocabulary }: Pick<PreparedQuestion, 'stems' | 'vocabulary'>,
  ignoredClauses: ReadonlySet<number>,
): AnswerText {
  const words = read.words.filter((word) => !ignoredClauses.has(word.clause))
  const written = featuresOf(words)

  const clauseWords = read.clauses.map((): Word[] => [])
  for (const word of read.words) if (word.rarity > 0) clauseWords[word.clause]?.push(word)

  return {
    read,
    clauseWords,
    features: { ...written, neighbours: vocabulary.neighboursAmong(written.words.keys()) },
    newWords: distinctNewWords(words, stems),
    ignoredClauses,
  }
}
