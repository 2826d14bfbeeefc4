/** Keyword lists and repetition. A list is a fair answer to a knowledge question, so only repetition counts there. */
import type { QuestionKind } from '../../../../shared/contracts/question-bank.js'
import type { ReadText, Word } from '../reading/read-text.js'

const gram = 4
const enoughGrams = 24
/** Honest answers of 20 to 2 000 characters keep over 70 % of their four-character windows distinct. */
const leastDistinct = 0.4

const shortestList = 5
const mostlyList = 0.8

const mark = /[、,;。:!?/|+\n]/u
const han = /\p{Script=Han}/u

export function isRepetitive(text: ReadText): boolean {
  const letters = text.text.replace(/[^\p{L}\p{N}]/gu, '')
  const windows = letters.length - gram + 1
  if (windows < enoughGrams) return false

  const distinct = new Set(Array.from({ length: windows }, (_, at) => letters.slice(at, at + gram)))
  return distinct.size / windows < leastDistinct
}

export interface KeywordList {
  /** Clauses that are part of a list: they earn nothing. */
  clauses: ReadonlySet<number>
  /** Nearly the whole answer is such a list. */
  whole: boolean
}

const none: KeywordList = { clauses: new Set(), whole: false }

/** @param terms the rubric's own terms, normalised, longest first: "按规定" alone between commas is a keyword although it is two words. */
export function keywordListOf(text: ReadText, kind: QuestionKind, terms: readonly string[]): KeywordList {
  if (kind === 'knowledge') return none

  const pieces = piecesOf(text).map((words) => ({ words, keywords: keywordsIn(words, text.text, terms) }))
  const listed = runsOf(pieces)
    .filter((run) => countIn(run) >= shortestList)
    .flatMap((run) => run.flatMap(({ words }) => words))
  const others = new Set(text.words.filter((word) => !listed.includes(word)).map((word) => word.clause))

  return {
    clauses: new Set(listed.map((word) => word.clause).filter((clause) => !others.has(clause))),
    whole: listed.length >= mostlyList * text.words.length && listed.length > 0,
  }
}

const longList = 12
const longestTerm = 8
/** Whoever says who does what, when or to whom, writes sentences, however short. */
const saysSomething =
  /[我你您他她它咱先再就才会要请把让被跟给向对的了着过是在也还都]|\b(?:i|we|he|she|they|him|her|the|a|an|to|would|will|then|and|not|is|are)\b/u

/** A dozen bare terms in a row: what would be done with them is not said. The rules cannot tell, a person can. */
export function isBareList(text: ReadText): boolean {
  const pieces = piecesOf(text).map((words) => text.text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0))
  const bare = pieces.filter((piece) => [...piece].length <= (han.test(piece) ? longestTerm : 3 * longestTerm))
  const terms = bare.filter((piece) => !saysSomething.test(piece))
  return terms.length >= longList && terms.length >= mostlyList * pieces.length
}

interface Piece {
  words: Word[]
  keywords: number
}

const countIn = (run: readonly Piece[]) => run.reduce((sum, { keywords }) => sum + keywords, 0)

/** Words between two separators. A space separates Chinese, and joins English. */
function piecesOf(text: ReadText): Word[][] {
  const pieces: Word[][] = []
  text.words.forEach((word, at) => {
    const before = text.words[at - 1]
    const last = pieces.at(-1)
    if (before && last && !separates(text.text.slice(before.end, word.start), before, word)) last.push(word)
    else pieces.push([word])
  })
  return pieces
}

function separates(gap: string, before: Word, after: Word): boolean {
  return mark.test(gap) || (gap !== '' && han.test(before.text) && han.test(after.text))
}

/** How many keywords a piece is: 0 for a phrase or sentence, several for terms strung together without a comma. */
function keywordsIn(words: readonly Word[], text: string, terms: readonly string[]): number {
  const piece = text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0)
  if (words.length === 1 || terms.includes(piece)) return 1

  const found = terms.filter((term) => piece.includes(term))
  const rest = found.reduce((left, term) => left.replaceAll(term, ' '), piece).replaceAll(/\s/g, '')
  return found.length >= shortestList && rest.length <= (1 - mostlyList) * piece.length ? found.length : 0
}

function runsOf(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece.keywords > 0) runs.at(-1)?.push(piece)
    else runs.push([])
  }
  return runs
}
