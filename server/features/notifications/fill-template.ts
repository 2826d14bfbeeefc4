/** A template with its variables → the fields that are sent. Pure; a missing variable throws. */
import { IntlMessageFormat } from 'intl-messageformat'
import { DateTime } from 'luxon'
import type { CandidateTemplate } from '../../../shared/contracts/notifications.js'
import type { Language } from '../../../shared/contracts/text.js'
import { templates, type Say, type TemplateText, type TemplateVariables } from './templates.js'

export interface Filled {
  fields: Record<string, string>
  smsParams: readonly string[]
  page: string
  query: string
}

/** The one form that WeChat's `time` fields take, in either language (06-miniprogram, subscription messages). */
const timeFormat = 'yyyy年M月d日 HH:mm'

export function fillTemplate<T extends CandidateTemplate>(
  template: T, variables: TemplateVariables[T], { language, zone }: { language: Language; zone: string },
): Filled {
  const text: TemplateText<T> = templates[template]
  const say: Say = {
    text: (bilingual) => bilingual[language],
    time: (instant) => DateTime.fromJSDate(new Date(instant), { zone }).toFormat(timeFormat),
  }
  const values = text.values(variables, say)
  const fields = Object.entries(text.fields[language]).map(([field, message]) => [field, sayMessage(message, language, values)])

  return { fields: Object.fromEntries(fields) as Record<string, string>, smsParams: text.smsParams, ...text.opens(variables) }
}

export function sayMessage(message: string, language: Language, values: Record<string, string | number>): string {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) // the library overlooks a key without a value
  return String(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format(given))
}
