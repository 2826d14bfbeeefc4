/** What a message to a candidate would say, made as it is made for sending (fill-template.ts), in both languages. Pure. */
import type { MessageTexts } from '../../../../shared/contracts/message-texts.js'
import type { CandidateTemplate } from '../../../../shared/contracts/notifications.js'
import type { Bilingual, Language } from '../../../../shared/contracts/text.js'
import { fillTemplate } from './fill-template.js'
import type { TemplateVariables } from './templates.js'

export type Rendered = { kind: 'rendered'; text: Bilingual } | { kind: 'refused'; reason: string }

/** `texts` as the organisation has written them; without any, nothing can be sent. */
export function renderForCandidate<T extends CandidateTemplate>(
  { template, variables }: { template: T; variables: TemplateVariables[T] },
  { texts, zone }: { texts: MessageTexts | undefined; zone: string },
): Rendered {
  if (!texts) return { kind: 'refused', reason: 'no-texts' }
  const filled = (language: Language) => fillTemplate(template, variables, { language, zone, texts })
  const [zh, en] = [filled('zh'), filled('en')]
  if (zh.kind === 'refused') return zh
  if (en.kind === 'refused') return en
  return { kind: 'rendered', text: { zh: oneLine(zh.fields), en: oneLine(en.fields) } }
}

const oneLine = (fields: Record<string, string>): string => Object.values(fields).join(' · ')
