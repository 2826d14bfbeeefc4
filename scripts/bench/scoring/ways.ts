/** The ways of scoring that are compared: the product's own engine and two that anybody could write in a minute. */
import { built, type Parameters } from '../../../server/features/assessment/parameters.js'
import { normalise } from '../../../server/features/assessment/reading/normalise.js'
import { tokensOf } from '../../../server/features/assessment/reading/words.js'
import { scoreAnswer } from '../../../server/features/assessment/score-answer.js'
import type { AnswerScore } from '../../../shared/contracts/assessment.js'
import type { Question } from '../../../shared/contracts/question-bank.js'
import type { ScoredAnswer } from './read-scored-answers.js'

export interface Way {
  name: string
  score(rows: readonly ScoredAnswer[]): number[]
}

export const logLength: Way = {
  name: 'log length',
  score: (rows) => rows.map(({ answer }) => Math.log(1 + answer.length)),
}

/** As usually done: inverse document frequencies come from the file itself, smoothed; best reference counts. */
export const tfIdfCosine: Way = {
  name: 'TF-IDF cosine, words',
  score: (rows) => {
    const texts = new Set(rows.flatMap(({ answer, references }) => [answer, ...references]))
    const rarity = raritiesIn([...texts].map(wordsIn))
    const vectorOf = (text: string) => weighted(wordsIn(text), rarity)
    return rows.map(({ answer, references }) =>
      Math.max(...references.map((text) => cosine(vectorOf(answer), vectorOf(text)))),
    )
  },
}

export const rules: Way = {
  name: 'rules scorer',
  score: (rows) => assessed(rows).map(({ share }) => share ?? 0),
}

/** One point whose examples are the references at level 1; nothing else is known about the question. */
export function assessed(rows: readonly ScoredAnswer[], parameters: Parameters = built): AnswerScore[] {
  const questions = new Map<string, Question>()
  return rows.map((row) => {
    const key = JSON.stringify([row.questionId, row.question, row.references])
    const question = questions.get(key) ?? questionOf(row)
    questions.set(key, question)
    return scoreAnswer({ question, answer: row.answer, parameters })
  })
}

function questionOf({ question, references }: ScoredAnswer): Question {
  const text = { zh: question, en: question }
  return {
    id: 'bench',
    kind: 'knowledge',
    competencyId: 'domain',
    positionIds: ['bench'],
    stem: text,
    pressure: false,
    formGroup: 'bench',
    anchors: [text, text, text, text, text],
    points: [
      {
        id: 'reference',
        label: text,
        weight: 1,
        synonymGroups: [],
        praise: text,
        advice: text,
        examples: references.map((reference) => ({ text: reference, level: 1 })),
      },
    ],
  }
}

type Vector = Map<string, number>

const wordsIn = (text: string) => tokensOf(normalise(text).text).map(({ key }) => key)

function raritiesIn(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)

  return new Map([...counts].map(([word, count]) => [word, Math.log((1 + texts.length) / (1 + count)) + 1]))
}

function weighted(words: readonly string[], rarity: ReadonlyMap<string, number>): Vector {
  const vector: Vector = new Map()
  for (const word of words) vector.set(word, (vector.get(word) ?? 0) + (rarity.get(word) ?? 0))
  return vector
}

function cosine(one: Vector, other: Vector): number {
  const dot = [...one].reduce((sum, [key, weight]) => sum + weight * (other.get(key) ?? 0), 0)
  const length = Math.sqrt(squares(one) * squares(other))
  return length > 0 ? dot / length : 0
}

const squares = (vector: Vector) => [...vector.values()].reduce((sum, weight) => sum + weight * weight, 0)
