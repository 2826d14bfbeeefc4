/** Answers with human scores: CSV with question_id, question, references (separated by ` ||| `), answer, score. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

export interface ScoredAnswer {
  questionId: string
  question: string
  references: string[]
  answer: string
  human: number
}

interface Line {
  record: Record<string, string>
  info: { lines: number }
}

const columns = ['question_id', 'question', 'references', 'answer', 'score'] as const

export function readScoredAnswers(file: string): ScoredAnswer[] {
  const records = parse<Line>(readFileSync(file), { columns: true, bom: true, info: true })
  if (records.length === 0) throw new Error(`${file}: no answers`)

  return records.map(({ record, info }) => toScoredAnswer(record, `${file}, record ending at line ${info.lines}`))
}

function toScoredAnswer(record: Record<string, string>, where: string): ScoredAnswer {
  for (const column of columns) {
    if (record[column] === undefined) throw new Error(`${where}: column ${column} is missing`)
  }
  const { question_id: questionId = '', question = '', answer = '' } = record
  const references = (record['references'] ?? '')
    .split(' ||| ')
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const human = Number(record['score'])
  if (references.length === 0) throw new Error(`${where}: no reference answer`)
  if (record['score']?.trim() === '' || !Number.isFinite(human)) throw new Error(`${where}: score is not a number`)

  return { questionId, question, references, answer, human }
}
