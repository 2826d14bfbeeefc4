/** What a message or a group's event is about: looked up again when it goes out, because it may not be so any more. */
import { budgetNames } from './budget/budget-names.js'
import type { Template } from './outbox/message.js'

export const aboutKinds = [
  'application',
  'screening',
  'invitation',
  'interview',
  'report',
  'decision',
  'message',
  'group-card',
  'callback',
  ...budgetNames,
] as const
export type AboutKind = (typeof aboutKinds)[number]

export interface About<Kind extends AboutKind = AboutKind> {
  kind: Kind
  id: string
  /** The state that is announced, where the same thing may come into another one before the message goes. */
  announces?: string
}

/** What each template may be about. A message about anything else is never sent. */
export const aboutOfTemplate = {
  invitation: ['invitation'],
  progress: ['interview'],
  result: ['interview', 'decision', 'invitation'],
  'next-round': ['decision'],
  deletion: ['application'],
  'decision-overdue': ['decision'],
  'delivery-failed': ['message'],
  'group-card': ['group-card'],
} as const satisfies Record<Template, readonly AboutKind[]>

export type AboutOf<T extends Template> = About<(typeof aboutOfTemplate)[T][number]>
