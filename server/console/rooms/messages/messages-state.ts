/** Message texts as their page shows them. Pure. */
import type { CandidateTemplate } from '../../../../shared/contracts/notifications.js'

/** As shared/contracts/message-texts.ts has them; a test holds the two together. */
const variables: Record<CandidateTemplate, readonly string[]> = {
  invitation: ['position', 'deadline', 'minutes'],
  progress: ['expected'],
  result: ['state', 'expected'],
  'next-round': ['round', 'time', 'place', 'contact', 'phone'],
}

export const variablesFor = (template: CandidateTemplate): readonly string[] => variables[template]

export const samplesAt = (samples: readonly { at: string; text: string }[], at: string): string[] =>
  samples.filter((sample) => sample.at === at).map(({ text }) => text)
