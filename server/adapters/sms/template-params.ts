/** Our words for {1}, {2} … of the SMS templates, in the order in which they were approved. `link` opens the mini-program. */
import type { CandidateTemplate } from '../../../shared/contracts/notifications.js'

export const smsTemplateParams: Record<CandidateTemplate, readonly string[]> = {
  invitation: ['position', 'deadline', 'link'],
  progress: ['state', 'expected', 'link'],
  result: ['state', 'expected', 'link'],
  'next-round': ['round', 'time', 'place', 'contact', 'link'],
}
