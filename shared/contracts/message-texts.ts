/**
 * What messages to candidates say, as an organisation's own file: ICU messages by template, field and language. Which fields there
 * are is fixed by what was set up with WeChat and the SMS provider; what stands in them is the organisation's.
 */
import { Type, type Static } from 'typebox'
import type { CandidateTemplate } from './notifications.js'
import { inEachLanguage } from './text.js'

/** `time`: the platform takes nothing but one moment there. `text`: at most 20 characters (06-miniprogram, `thing`). */
export const messageFields = {
  invitation: { position: 'text', deadline: 'time', tip: 'text' },
  progress: { state: 'text', expected: 'time' },
  result: { state: 'text', expected: 'time' },
  'next-round': { round: 'text', time: 'time', place: 'text', contact: 'text' },
} as const satisfies Record<CandidateTemplate, Record<string, 'text' | 'time'>>

/**
 * What goes out as it is, whatever the organisation writes: `code` names the candidate (short code), `phone` is the contact's number,
 * which may not be cut in the middle of a longer text.
 */
export const givenFields = {
  invitation: ['code'],
  progress: ['code'],
  result: ['code'],
  'next-round': ['phone', 'code'],
} as const satisfies Record<CandidateTemplate, readonly string[]>

/** Our words for whatever can stand in a message of that kind. */
export const fieldsOf = (template: CandidateTemplate): string[] => [
  ...Object.keys(messageFields[template]),
  ...givenFields[template],
]

/** What may stand in braces. */
export const messageVariables: Record<CandidateTemplate, readonly string[]> = {
  invitation: ['position', 'deadline', 'minutes'],
  progress: ['expected'],
  result: ['state', 'expected'],
  'next-round': ['round', 'time', 'place', 'contact', 'phone'],
}

/** The others are words, or a time that is written out already. */
export const countedVariables: readonly string[] = ['minutes']

const closed = { additionalProperties: false }
const Text = Type.String({ minLength: 1, maxLength: 300 })
const Field = inEachLanguage(Text)

/** One an organisation, so its id is always the same. */
export const MessagesFile = Type.Object(
  {
    kind: Type.Literal('messages'),
    id: Type.Literal('messages'),
    templates: Type.Object(
      {
        invitation: Type.Object({ position: Field, deadline: Field, tip: Field }, closed),
        progress: Type.Object({ state: Field, expected: Field }, closed),
        result: Type.Object({ state: Field, expected: Field }, closed),
        'next-round': Type.Object({ round: Field, time: Field, place: Field, contact: Field }, closed),
      },
      closed,
    ),
  },
  closed,
)
export type MessagesFile = Static<typeof MessagesFile>
export type MessageTexts = MessagesFile['templates']
