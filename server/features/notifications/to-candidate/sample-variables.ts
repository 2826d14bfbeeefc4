/** What message texts are tried with before they are saved; several where what is filled in varies. */
import type { CandidateTemplate } from '../../../../shared/contracts/notifications.js'
import type { TemplateVariables } from './templates.js'

const moment = '2026-12-01T06:30:00Z'
const ids = { applicationId: 'a', interviewId: 'i' }

export const sampleVariables: { [T in CandidateTemplate]: readonly TemplateVariables[T][] } = {
  invitation: [
    { position: { zh: '客户经理（对公）', en: 'Account manager' }, deadline: moment, minutes: 120, token: 't' },
  ],
  progress: [{ expectedBy: moment, ...ids }],
  result: (['feedback-ready', 'awaiting-human', 'decided', 'letter'] as const).map((state) => ({
    state,
    expectedBy: moment,
    ...ids,
  })),
  'next-round': [
    {
      round: { zh: '复试', en: 'Second round' },
      startsAt: moment,
      place: { zh: '总行大楼 12 楼会议室', en: 'HQ, floor 12' },
      contact: { name: { zh: '张老师', en: 'Zhang' }, phone: '025-0000 0000' },
      ...ids,
    },
  ],
}
