/** The subscription templates as the admin of the mini-program chose them. */
import { candidateTemplates, type CandidateTemplate } from '../../../shared/contracts/notifications.js'
import { sandboxCredentials, subscriptionTemplateFields } from '../../../shared/contracts/sandbox.js'

export interface Template {
  id: string
  template: CandidateTemplate
  title: string
  fields: readonly { key: string; label: string }[]
}

const titles: Record<CandidateTemplate, string> = {
  invitation: '面试邀请',
  progress: '面试进度',
  result: '面试结果',
  'next-round': '下一轮面试',
}

export const templates: readonly Template[] = candidateTemplates.map((template) => ({
  id: sandboxCredentials.wechat.templates[template],
  template,
  title: titles[template],
  fields: subscriptionTemplateFields[template].map(({ key, label }) => ({ key, label })),
}))

export const templateById = (id: unknown): Template | undefined => templates.find((template) => template.id === id)
