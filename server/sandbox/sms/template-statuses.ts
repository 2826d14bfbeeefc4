/** DescribeSmsTemplateList: all texts of the sandbox are approved; other ids are left out, as the provider does. */
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { approvedTexts } from './templates.js'

export function templateStatuses(body: string): object[] {
  const { TemplateIdSet: asked = [] } = JSON.parse(body) as { TemplateIdSet?: number[] }
  const known = Object.entries(sandboxCredentials.sms.templates) as [keyof typeof approvedTexts, string][]
  return known
    .filter(([, id]) => asked.length === 0 || asked.includes(Number(id)))
    .map(([template, id]) => ({
      TemplateId: Number(id),
      International: 0,
      StatusCode: 0,
      ReviewReply: '',
      TemplateName: template,
      CreateTime: 0,
      TemplateContent: approvedTexts[template],
    }))
}
