/** A résumé out of a file that is imported: in our form or as a JSON Resume, spelled as one that comes from the phone. */
import { fromJsonResume, isJsonResume } from '../../miniprogram/resume/json-resume.js'
import { isFields, plainResume } from '../../miniprogram/resume/plain-resume.js'
import { checked } from '../../server/http/validate.js'
import { Resume } from '../../shared/contracts/talent.js'
import { decodeText } from '../../shared/text-files/decode-text.js'
import { UsageError } from './command.js'

const mostBytes = 256 * 1024

export interface ResumeFile {
  resume: Resume
  /** Parts of a JSON Resume that we do not collect. */
  leftOut: string[]
}

/** @throws UsageError when it cannot be read, AppError invalid-input when it is no whole résumé. */
export function readResumeFile(file: string, bytes: Uint8Array): ResumeFile {
  if (bytes.byteLength > mostBytes) throw new UsageError(`${file} 超过 256 KB · is larger than 256 KB`)
  const text = decodeText(bytes)
  if (text === undefined)
    throw new UsageError(`${file} 的文字编码认不出来，请另存为 UTF-8 · is in no known encoding; save it as UTF-8`)

  const value = parsed(file, text)
  const { resume, unknown } =
    isFields(value) && isJsonResume(value) ? fromJsonResume(value) : { resume: value, unknown: [] }
  return { resume: checked(Resume, plainResume(resume)), leftOut: unknown }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${file} 不是完整的 JSON · is not complete JSON`)
  }
}
