/** A template with its variables and the organisation's texts → the fields that are sent, or which one cannot be. Pure. */
import { DateTime } from 'luxon'
import type { MessageTexts } from '../../../../shared/contracts/message-texts.js'
import { isSubscribable, type ToCandidateTemplate } from '../../../../shared/contracts/notifications.js'
import type { Bilingual, Language } from '../../../../shared/contracts/text.js'
import { sayWithoutHoles } from './icu-text.js'
import { templates, type Say, type TemplateText, type TemplateVariables } from './templates.js'

export interface Filled {
  fields: Record<string, string>
  page: string
  query: string
}

/** `reason` names the field and what is wrong with it; never a value. */
export type Filling = ({ kind: 'filled' } & Filled) | { kind: 'refused'; reason: string }

interface Speech {
  language: Language
  zone: string
  texts: MessageTexts
}

/** The one form that WeChat's `time` fields take, in either language (06-miniprogram, subscription messages). */
const timeFormat = 'yyyy年M月d日 HH:mm'

export function fillTemplate<T extends ToCandidateTemplate>(
  template: T,
  variables: TemplateVariables[T],
  speech: Speech,
): Filling {
  const { language, zone, texts } = speech
  const text: TemplateText<T> = templates[template]
  const say: Say = {
    text: (bilingual) => bilingual[language],
    time: (instant) => DateTime.fromJSDate(new Date(instant), { zone }).toFormat(timeFormat),
  }
  const values = text.values(variables, say)
  const fields: Record<string, string> = {}
  for (const [field, message] of Object.entries<Bilingual>(isSubscribable(template) ? texts[template] : {})) {
    const said = sayWithoutHoles(message[language], language, values)
    if (said.kind === 'refused') return { kind: 'refused', reason: `text-${field}-${said.why}` }
    fields[field] = said.text
  }
  return { kind: 'filled', fields: { ...fields, ...text.given?.(variables) }, ...text.opens(variables) }
}
