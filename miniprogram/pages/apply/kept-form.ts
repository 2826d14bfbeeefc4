/**
 * The form as far as it was filled in, kept on this phone: going back or a closed app takes nothing away. Without the identity number,
 * no longer than a week, and gone once the application is in.
 */
import { emptyForm, type ResumeForm } from './resume-fields.js'

export interface KeptForm {
  savedAtMs: number
  form: Partial<ResumeForm>
}

const keptForMs = 7 * 24 * 3_600_000
/** More than any form that could be sent; WeChat takes 1 MB a key. */
const mostCharacters = 64 * 1024

/** Undefined when nothing was filled in, or more than is ever sent. */
export function formToKeep(form: ResumeForm, savedAtMs: number): KeptForm | undefined {
  const { idNumber: _idNumber, ...rest } = form
  const text = JSON.stringify(rest)
  const isEmpty = text === JSON.stringify({ ...emptyForm, idNumber: undefined })
  return isEmpty || text.length > mostCharacters ? undefined : { savedAtMs, form: rest }
}

export function formKept(kept: KeptForm | undefined, nowMs: number): ResumeForm | undefined {
  if (!kept || Math.abs(nowMs - kept.savedAtMs) > keptForMs) return undefined
  return { ...emptyForm, ...kept.form }
}
