/** What message texts are tried with before they are saved; several where what is filled in varies. */
import type { CandidateTemplate } from '../../../../shared/contracts/notifications.js'
import { texts } from '../texts/index.js'
import type { TemplateVariables } from './templates.js'

const moment = '2026-12-01T06:30:00Z'
const ids = { applicationId: 'a', interviewId: 'i' }

export const sampleVariables: { [T in CandidateTemplate]: readonly TemplateVariables[T][] } = {
  invitation: [{ position: texts.samples.position, deadline: moment, minutes: 120, token: 't' }],
  progress: [{ expectedBy: moment, ...ids }],
  result: (['feedback-ready', 'awaiting-human', 'decided', 'letter', 'looked-at-again', 'answered'] as const).map(
    (state) => ({
      state,
      expectedBy: moment,
      ...ids,
    }),
  ),
  'next-round': [
    {
      round: texts.samples.round,
      startsAt: moment,
      place: texts.samples.place,
      contact: { name: texts.samples.contact, phone: '025-0000 0000' },
      ...ids,
    },
  ],
}
