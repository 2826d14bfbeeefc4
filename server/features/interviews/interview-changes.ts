/** The smallest update that turns one stored interview into the next. */
import type { Vault } from '../../mongo/vault.js'
import { nextTurnAt } from './catch-up.js'
import { unfollowed, unheard, type Interview, type InterviewQuestion } from './interview.js'
import type { Row } from './interview-row.js'
import { correctionOf, sealCorrection, sealQuestion, sealText, textOf, toRow } from './seal-questions.js'

/** What happens to a question; the rest of it was fixed when it was drawn. */
const changingOfQuestion = ['issuedAt', 'clock', 'draft', 'answer', 'answersBy', 'simpler'] as const
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
  for (const list of ['questions', 'followUps'] as const)
    for (const [field, value] of await changesIn(vault, list, { before, after })) write(field, value)
  write('turnAt', nextTurnAt(after))
  if (isQueuedAnew({ before, after })) write('queue', queueOf(after))
  return fields
}

const isQueuedAnew = ({ before, after }: Change): boolean =>
  after.status !== before.status ||
  after.news !== before.news ||
  unheard(after).length !== unheard(before).length ||
  unfollowed(after).length !== unfollowed(before).length

/** A follow-up that is new goes in as a whole, with its list when it is the first. */
async function changesIn(
  vault: Vault,
  list: 'questions' | 'followUps',
  { before, after }: Change,
): Promise<[field: string, value: unknown][]> {
  const [old, fresh] = [before[list], after[list] ?? []]
  if (fresh.length === 0) return []
  if (!old) return [[list, await Promise.all(fresh.map((one) => sealQuestion(vault, after, one)))]]

  const changes = fresh.map(async (question, index) => {
    const known = old[index]
    if (!known) return [[`${list}.${index}`, await sealQuestion(vault, after, question)]] as [string, unknown][]
    return question === known ? [] : changesOf(vault, { at: `${list}.${index}`, known, question, after })
  })
  return (await Promise.all(changes)).flat()
}

async function changesOf(
  vault: Vault,
  {
    at,
    known,
    question,
    after,
  }: { at: string; known: InterviewQuestion; question: InterviewQuestion; after: Interview },
): Promise<[string, unknown][]> {
  const row = toRow(question)
  const changed = changingOfQuestion.filter((field) => question[field] !== known[field])
  const changes = changed.map((field): [string, unknown] => [`${at}.${field}`, row[field]])
  if (textOf(question) !== textOf(known)) {
    const sealed = textOf(question) === undefined ? undefined : await sealText(vault, after, question)
    changes.push([`${at}.sealedText`, sealed])
  }
  if (correctionOf(question) !== correctionOf(known))
    changes.push([`${at}.sealedCorrection`, await sealCorrection(vault, after, question)])
  return changes
}

/** What is new is told first, then spoken answers are heard, then all are scored, and again what was corrected: one queue at a time, so that one lease serves them. */
export function queueOf(
  interview: Pick<Interview, 'news' | 'status' | 'questions' | 'followUps'>,
): Row['queue'] | undefined {
  if (interview.news.length > 0) return 'announce'
  if (interview.status === 'scored' && unfollowed(interview).length > 0) return 'score-again'
  if (interview.status !== 'submitted') return undefined
  return unheard(interview).length > 0 ? 'hear' : 'score'
}
