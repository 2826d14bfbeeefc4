/** Our words → the keys of the subscription templates, as the mini-program's admin set them up with WeChat. */
import type { CandidateTemplate } from '../../../shared/contracts/notifications.js'
import type { TemplateField } from './template-data.js'

export const subscriptionTemplateFields: Record<CandidateTemplate, readonly TemplateField[]> = {
  invitation: [
    { key: 'thing1', field: 'position' },
    { key: 'time2', field: 'deadline' },
    { key: 'thing3', field: 'tip' },
  ],
  progress: [
    { key: 'thing1', field: 'state' },
    { key: 'time2', field: 'expected' },
  ],
  result: [
    { key: 'thing1', field: 'state' },
    { key: 'time2', field: 'expected' },
  ],
  'next-round': [
    { key: 'thing1', field: 'round' },
    { key: 'time2', field: 'time' },
    { key: 'thing3', field: 'place' },
    { key: 'thing4', field: 'contact' },
  ],
}
