/** Between a question with its text and its row without. */
import type { Place, Vault } from '../../mongo/vault.js'
import type { Interview, InterviewQuestion } from './interview.js'
import type { QuestionRow } from './interview-row.js'

type Whose = Pick<Interview, 'id' | 'orgId' | 'candidateId' | 'applicationId'>

export const textOf = ({ answer, draft }: InterviewQuestion): string | undefined => (answer ?? draft)?.text

export async function sealQuestion(vault: Vault, whose: Whose, question: InterviewQuestion): Promise<QuestionRow> {
  const text = textOf(question)
  return toRow(question, text === undefined ? undefined : await vault.seal(textPlace(whose, question), text))
}

/** Row of a question; the text itself lies in `sealedText` only. */
export function toRow({ draft, answer, ...plain }: InterviewQuestion, sealedText?: Uint8Array): QuestionRow {
  return {
    ...plain,
    ...(draft && { draft: withoutText(draft) }),
    ...(answer && { answer: withoutText(answer) }),
    ...(sealedText && { sealedText }),
  }
}

export async function openQuestion(vault: Vault, whose: Whose, row: QuestionRow): Promise<InterviewQuestion> {
  const { draft, answer, sealedText, ...plain } = row
  if (!sealedText) return plain
  const text = await vault.open<string>(textPlace(whose, row), bytesOf(sealedText))
  return { ...plain, ...(draft && { draft: { ...draft, text } }), ...(answer && { answer: { ...answer, text } }) }
}

const textPlace = (
  { orgId, candidateId, id, applicationId }: Whose,
  { number, sourceId }: Pick<QuestionRow, 'number' | 'sourceId'>,
): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'interviews',
  id,
  of: { applicationId, question: sourceId },
  field: `questions.${number}.sealedText`,
})

function withoutText<Texted extends { text: string }>({ text: _text, ...others }: Texted): Omit<Texted, 'text'> {
  return others
}

/** A lean read returns BSON's own binary. */
export const bytesOf = (sealed: Uint8Array | { buffer: Uint8Array }): Uint8Array =>
  sealed instanceof Uint8Array ? sealed : sealed.buffer
