/** The smallest update that turns one stored interview into the next. */
import type { Vault } from '../../mongo/vault.js'
import { nextTurnAt } from './catch-up.js'
import type { Interview, InterviewQuestion } from './interview.js'
import type { QuestionRow, Row } from './interview-row.js'
import { sealQuestion, textOf, toRow } from './seal-questions.js'

const changing = ['openid', 'status', 'submittedAt', 'abandonedAt', 'rest', 'phone', 'givenBackMs', 'events', 'news'] as const

export interface Fields {
  set: Record<string, unknown>
  unset: Record<string, 1>
}

interface Change {
  before: Interview
  after: Interview
  /** As loaded: an unchanged text keeps its sealed bytes. */
  rows: QuestionRow[]
}

/** Rules never change an object in place, so a part is another one exactly when it changed. */
export async function changedFields(vault: Vault, { before, after, rows }: Change): Promise<Fields> {
  const fields: Fields = { set: {}, unset: {} }
  const write = (field: string, value: unknown) => {
    if (value === undefined) fields.unset[field] = 1
    else fields.set[field] = value
  }

  for (const field of changing) if (after[field] !== before[field]) write(field, after[field])
  for (const [index, question] of after.questions.entries()) {
    const old = before.questions[index]
    if (old && question !== old) write(`questions.${index}`, await changedRow(vault, after, { question, old, row: rows[index] }))
  }
  write('turnAt', nextTurnAt(after))
  if (after.status !== before.status || after.news !== before.news) write('queue', queueOf(after))
  return fields
}

function changedRow(vault: Vault, whose: Interview, { question, old, row }: ChangedQuestion): QuestionRow | Promise<QuestionRow> {
  return textOf(question) === textOf(old) ? toRow(question, row?.sealedText) : sealQuestion(vault, whose, question)
}

interface ChangedQuestion {
  question: InterviewQuestion
  old: InterviewQuestion
  row: QuestionRow | undefined
}

/** What is new is told first, then the answers are scored: one queue at a time, so that one lease serves both. */
export function queueOf({ news, status }: Pick<Interview, 'news' | 'status'>): Row['queue'] {
  if (news.length > 0) return 'announce'
  return status === 'submitted' ? 'score' : undefined
}
