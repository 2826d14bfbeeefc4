/** The smallest update that turns one stored interview into the next. */
import type { Vault } from '../../mongo/vault.js'
import { nextTurnAt } from './catch-up.js'
import type { Interview } from './interview.js'
import type { Row } from './interview-row.js'
import { sealQuestion, textOf, toRow } from './seal-questions.js'

/** What happens to a question; the rest of it was fixed when it was drawn. */
const changingOfQuestion = ['issuedAt', 'clock', 'draft', 'answer'] as const
const changing = [
  'openid',
  'status',
  'submittedAt',
  'abandonedAt',
  'rest',
  'phone',
  'givenBackMs',
  'events',
  'news',
] as const

export interface Fields {
  set: Record<string, unknown>
  unset: Record<string, 1>
}

interface Change {
  before: Interview
  after: Interview
}

/** Rules never change an object in place, so a part is another one exactly when it changed. An unchanged text is not sealed again. */
export async function changedFields(vault: Vault, { before, after }: Change): Promise<Fields> {
  const fields: Fields = { set: {}, unset: {} }
  const write = (field: string, value: unknown) => {
    if (value === undefined) fields.unset[field] = 1
    else fields.set[field] = value
  }

  for (const field of changing) if (after[field] !== before[field]) write(field, after[field])
  for (const [index, question] of after.questions.entries()) {
    const old = before.questions[index]
    if (!old || question === old) continue
    const isNewText = textOf(question) !== textOf(old)
    const row = isNewText ? await sealQuestion(vault, after, question) : toRow(question)
    for (const field of changingOfQuestion)
      if (question[field] !== old[field]) write(`questions.${index}.${field}`, row[field])
    if (isNewText) write(`questions.${index}.sealedText`, row.sealedText)
  }
  write('turnAt', nextTurnAt(after))
  if (after.status !== before.status || after.news !== before.news) write('queue', queueOf(after))
  return fields
}

/** What is new is told first, then the answers are scored: one queue at a time, so that one lease serves both. */
export function queueOf({ news, status }: Pick<Interview, 'news' | 'status'>): Row['queue'] {
  if (news.length > 0) return 'announce'
  return status === 'submitted' ? 'score' : undefined
}
