/** Our words for {1}, {2} … of the SMS templates, in the order in which they were approved. `link` opens the mini-program. */
import type { SmsTemplate } from '../../ports/messenger.js'

export const smsTemplateParams: Record<SmsTemplate, readonly string[]> = {
  invitation: ['position', 'deadline', 'link'],
  progress: ['state', 'expected', 'link'],
  result: ['state', 'expected', 'link'],
  'next-round': ['round', 'time', 'place', 'contact', 'phone', 'link'],
  'phone-code': ['code', 'minutes'],
}
