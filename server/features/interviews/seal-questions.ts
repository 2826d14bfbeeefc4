/** Between a question with its text and its row without. */
import type { Place, Vault } from '../../mongo/vault.js'
import type { Answer, Interview, InterviewQuestion } from './interview.js'
import type { AnswerRow, QuestionRow } from './interview-row.js'

type Whose = Pick<Interview, 'id' | 'orgId' | 'candidateId' | 'applicationId'>

export const textOf = ({ answer, draft }: InterviewQuestion): string | undefined => (answer ?? draft)?.text

export const correctionOf = ({ answer }: InterviewQuestion): string | undefined => answer?.correction?.text

export async function sealQuestion(vault: Vault, whose: Whose, question: InterviewQuestion): Promise<QuestionRow> {
  const [text, correction] = [textOf(question), correctionOf(question)]
  return {
    ...toRow(question),
    ...(text !== undefined && { sealedText: await vault.seal(placeOf(whose, question, 'sealedText'), text) }),
    ...(correction !== undefined && { sealedCorrection: await sealCorrection(vault, whose, question) }),
  }
}

export const sealText = (vault: Vault, whose: Whose, question: InterviewQuestion): Promise<Buffer> =>
  vault.seal(placeOf(whose, question, 'sealedText'), textOf(question))

export const sealCorrection = (vault: Vault, whose: Whose, question: InterviewQuestion): Promise<Buffer> =>
  vault.seal(placeOf(whose, question, 'sealedCorrection'), correctionOf(question))

/** Row of a question; what the candidate wrote and said lies in its sealed fields only. */
export function toRow({ draft, answer, ...plain }: InterviewQuestion): QuestionRow {
  return {
    ...plain,
    ...(draft && { draft: withoutText(draft) }),
    ...(answer && { answer: toAnswerRow(answer) }),
  }
}

function toAnswerRow({ text: _text, correction, ...answer }: Answer): AnswerRow {
  return { ...answer, ...(correction && { correction: withoutText(correction) }) }
}

export async function openQuestion(vault: Vault, whose: Whose, row: QuestionRow): Promise<InterviewQuestion> {
  const { draft, answer, sealedText, sealedCorrection, ...plain } = row
  if (!sealedText) return plain
  const text = await vault.open<string>(placeOf(whose, row, 'sealedText'), bytesOf(sealedText))
  const corrected =
    sealedCorrection && (await vault.open<string>(placeOf(whose, row, 'sealedCorrection'), bytesOf(sealedCorrection)))
  return {
    ...plain,
    ...(draft && { draft: { ...draft, text } }),
    ...(answer && { answer: toAnswer(answer, text, corrected) }),
  }
}

function toAnswer({ correction, ...answer }: AnswerRow, text: string, corrected: string | undefined): Answer {
  return { ...answer, text, ...(correction && { correction: { ...correction, text: corrected ?? text } }) }
}

const placeOf = (
  { orgId, candidateId, id, applicationId }: Whose,
  { number, sourceId }: Pick<QuestionRow, 'number' | 'sourceId'>,
  field: 'sealedText' | 'sealedCorrection',
): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'interviews',
  id,
  of: { applicationId, question: sourceId },
  field: `questions.${number}.${field}`,
})

function withoutText<Texted extends { text: string }>({ text: _text, ...others }: Texted): Omit<Texted, 'text'> {
  return others
}

/** A lean read returns BSON's own binary. */
export const bytesOf = (sealed: Uint8Array | { buffer: Uint8Array }): Uint8Array =>
  sealed instanceof Uint8Array ? sealed : sealed.buffer
