/** What is on file for this mini-program (gettemplate) held against what we would fill in: sending to a keyword too many is 47003. */
import { candidateTemplates, type CandidateTemplate } from '../../../shared/contracts/notifications.js'
import { fieldKinds, kindOfKey } from './limits.js'
import { valueFor, type TemplateField } from './template-data.js'
import type { WechatClient } from './wechat-client.js'

interface OnFile {
  title: string
  /** Keyword → what an enum may be; empty for all others. */
  keys: Map<string, readonly string[]>
}

interface KeyFault {
  kind: 'left-empty' | 'no-such-key' | 'unknown-kind' | 'constant-refused'
  /** The keyword. */
  what: string
}

export interface TemplateFault {
  kind: KeyFault['kind'] | 'no-such-template' | 'same-title'
  template: CandidateTemplate
  /** Its keyword, id or title. */
  what: string
}

interface Ours {
  templateIds: Record<CandidateTemplate, string>
  templateFields: Record<CandidateTemplate, readonly TemplateField[]>
}

/** On the phone these are asked for in one tap; of those with one title it shows the first only (`filter`). */
const askedTogether: readonly CandidateTemplate[] = ['progress', 'result', 'next-round']

/** Throws PlatformError when WeChat cannot be asked. */
export async function findTemplateFaults(client: Pick<WechatClient, 'call'>, ours: Ours): Promise<TemplateFault[]> {
  const reply = await client.call({ method: 'GET', path: '/wxaapi/newtmpl/gettemplate', repeatable: true })
  return templateFaults(onFileIn(reply), ours)
}

function templateFaults(onFile: ReadonlyMap<string, OnFile>, { templateIds, templateFields }: Ours): TemplateFault[] {
  const titles = askedTogether.map((template) => onFile.get(templateIds[template])?.title)
  return candidateTemplates.flatMap((template): TemplateFault[] => {
    const filed = onFile.get(templateIds[template])
    if (!filed) return [{ kind: 'no-such-template', template, what: templateIds[template] }]
    const first = askedTogether[titles.indexOf(filed.title)]
    const together = askedTogether.includes(template) && first !== template
    return [
      ...(together ? [{ kind: 'same-title' as const, template, what: filed.title }] : []),
      ...keyFaults(filed, templateFields[template]).map((fault) => ({ ...fault, template })),
    ]
  })
}

function keyFaults({ keys }: OnFile, fields: readonly TemplateField[]): KeyFault[] {
  const filled = new Set(fields.map(({ key }) => key))
  return [
    ...[...keys.keys()].filter((key) => !filled.has(key)).map((what) => ({ kind: 'left-empty' as const, what })),
    ...fields.flatMap((field): KeyFault[] => {
      if (!keys.has(field.key)) return [{ kind: 'no-such-key', what: field.key }]
      if (!fieldKinds[kindOfKey(field.key)]) return [{ kind: 'unknown-kind', what: field.key }]
      return 'constant' in field && !takesConstant(field, keys.get(field.key)!)
        ? [{ kind: 'constant-refused', what: field.key }]
        : []
    }),
  ]
}

function takesConstant({ key, constant }: { key: string; constant: string }, choices: readonly string[]): boolean {
  return choices.length > 0 ? choices.includes(constant) : valueFor(key, constant) === constant
}

/** Only what is read; all of it may be missing in a reply that is not as documented. */
interface Reply {
  data?: {
    priTmplId?: string
    title?: string
    content?: string
    keywordEnumValueList?: { keywordCode?: string; enumValueList?: string[] }[]
  }[]
}

function onFileIn(reply: Reply): Map<string, OnFile> {
  return new Map(
    (reply.data ?? []).map(({ priTmplId = '', title = '', content = '', keywordEnumValueList: lists = [] }) => {
      const choicesOf = (key: string) =>
        lists.find(({ keywordCode }) => keywordCode === key || keywordCode === `${key}.DATA`)?.enumValueList ?? []
      const keys = [...content.matchAll(/\{\{(\w+)\.DATA\}\}/g)].map(([, key]) => key!)
      return [priTmplId, { title, keys: new Map(keys.map((key) => [key, choicesOf(key)])) }]
    }),
  )
}
