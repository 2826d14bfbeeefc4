/** The answer, read once for all points of its question. */
import { distinctNewWords, type ReadText, type Word } from '../reading/read-text.js'
import { featuresOf, type TextFeatures } from './features.js'

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
  stems: readonly ReadText[],
  { ignoredClauses, likeFrom }: { ignoredClauses: ReadonlySet<number>; likeFrom: number },
): AnswerText {
  const words = read.words.filter((word) => !ignoredClauses.has(word.clause))

  const clauseWords = read.clauses.map((): Word[] => [])
  for (const word of read.words) if (word.rarity > 0) clauseWords[word.clause]?.push(word)

  return {
    read,
    clauseWords,
    features: featuresOf(words, likeFrom),
    newWords: distinctNewWords(words, stems),
    ignoredClauses,
  }
}
