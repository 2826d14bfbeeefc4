/** What a message to a candidate would say, made as it is made for sending (fill-template.ts), in both languages. Pure. */
import type { MessageTexts } from '../../../../shared/contracts/message-texts.js'
import type { ToCandidateTemplate } from '../../../../shared/contracts/notifications.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { eachLanguage } from '../../../texts/in-every-language.js'
import { fillTemplate, type Filling } from './fill-template.js'
import type { TemplateVariables } from './templates.js'

export type Rendered = { kind: 'rendered'; text: Bilingual } | { kind: 'refused'; reason: string }

/** `texts` as the organisation has written them; without any, nothing can be sent. */
export function renderForCandidate<T extends ToCandidateTemplate>(
  { template, variables }: { template: T; variables: TemplateVariables[T] },
  { texts, zone }: { texts: MessageTexts | undefined; zone: string },
): Rendered {
  if (!texts) return { kind: 'refused', reason: 'no-texts' }
  const filled = eachLanguage((language) => fillTemplate(template, variables, { language, zone, texts }))
  for (const one of Object.values(filled)) if (one.kind === 'refused') return one
  return { kind: 'rendered', text: eachLanguage((language) => oneLine(filled[language])) }
}

const oneLine = (filling: Filling): string =>
  filling.kind === 'filled' ? Object.values(filling.fields).join(' · ') : ''
