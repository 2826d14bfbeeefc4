/** A set to be rated: CSV with the columns `question` and `answer`, or YAML, a list of both; `id` is optional in either. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'

export interface SetItem {
  id: string
  question: string
  answer: string
}

export function readSet(file: string): SetItem[] {
  const text = readFileSync(file, 'utf8')
  const rows: unknown = file.endsWith('.csv') ? parseCsv(text, { columns: true, bom: true }) : parseYaml(text)
  if (!Array.isArray(rows) || rows.length === 0) throw new Error(`${file}: no answers`)
  const items = rows.map((row, at) => toItem(row, `${file}, answer ${at + 1}`))
  const twice = items.find(({ id }, at) => items.findIndex((one) => one.id === id) !== at)
  if (twice) throw new Error(`${file}: ${twice.id} occurs twice; give each answer an id of its own`)
  return items
}

/** Without an id, one of the words: what was rated is found again, also when lines were moved. */
function toItem(row: unknown, where: string): SetItem {
  const { id, question, answer } = (row ?? {}) as Record<string, unknown>
  if (typeof question !== 'string' || question.trim() === '') throw new Error(`${where}: question is missing`)
  if (typeof answer !== 'string') throw new Error(`${where}: answer is missing`)
  const known = typeof id === 'string' || typeof id === 'number' ? String(id) : ''
  return { id: known || hashOf(`${question}\0${answer}`), question, answer }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
