/** What became of our texts at Tencent's review: a read that changes nothing and costs nothing (DescribeSmsTemplateList). */
import type { SmsTemplate } from '../../ports/messenger.js'
import { tencentClient, type TencentOptions } from './tencent-sms.js'

export interface SmsTemplateFault {
  template: SmsTemplate
  kind: 'missing' | 'under-review' | 'rejected'
}

const domestic = 0
const approved: readonly number[] = [0, 3] // 3: approved, in force at a set time

/** Throws the SDK's error, which has a `code`, when it is refused. */
export async function findSmsTemplateFaults(
  options: Omit<TencentOptions, 'params' | 'paramLength'>,
): Promise<SmsTemplateFault[]> {
  const ids = Object.entries(options.templateIds) as [SmsTemplate, string][]
  const { DescribeTemplateStatusSet: found = [] } = await tencentClient(options).DescribeSmsTemplateList({
    International: domestic,
    TemplateIdSet: ids.map(([, id]) => Number(id)),
  })
  return ids.flatMap(([template, id]): SmsTemplateFault[] => {
    const status = found.find(({ TemplateId }) => TemplateId === Number(id))?.StatusCode
    if (status === undefined) return [{ template, kind: 'missing' }]
    if (approved.includes(status)) return []
    return [{ template, kind: status === 1 ? 'under-review' : 'rejected' }]
  })
}
