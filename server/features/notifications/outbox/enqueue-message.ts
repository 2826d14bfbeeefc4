/** Putting a message into the outbox. Idempotent by its key: whoever may run twice simply asks twice. */
import type { ToCandidateTemplate } from '../../../../shared/contracts/notifications.js'
import type { Clock } from '../../../ports/clock.js'
import type { MessageStore, NewMessage } from './message-store.js'
import type { AboutOf } from '../about.js'
import { exemptMs } from './quiet-hours.js'
import type { TemplateVariables } from '../to-candidate/templates.js'

interface MessageOf<T extends ToCandidateTemplate> {
  orgId: string
  candidateId: string
  applicationId: string
  template: T
  variables: TemplateVariables[T]
  /** Unique in the organisation for what is said, for example `invitation:<id>:<linkVersion>`. */
  dedupeKey: string
  about: AboutOf<T>
  notBefore?: Date
  /** From here on it would be out of date and is dropped. */
  notAfter?: Date
  /** `exempt`: it follows the candidate's own action; counts for 30 minutes from `actedAt`. Otherwise quiet hours hold it. */
  quiet?: 'hold' | 'exempt'
  /** When the candidate acted; now, when left out. */
  actedAt?: Date
  /** The candidate has the phone in hand: wait until then for a tap on "accept" before an SMS goes (20 s after submit). */
  tapUntil?: Date
}
export type CandidateMessage = { [T in ToCandidateTemplate]: MessageOf<T> }[ToCandidateTemplate]

interface Deps {
  messages: Pick<MessageStore, 'insertOnce'>
  clock: Clock
}

export async function enqueueMessage({ messages, clock }: Deps, message: CandidateMessage): Promise<void> {
  const { candidateId, applicationId, variables, notBefore, quiet = 'hold', actedAt, ...plain } = message
  const queuedAt = clock.now()
  const fresh: NewMessage = {
    ...plain,
    to: { kind: 'candidate', candidateId, applicationId },
    quiet,
    queuedAt,
    dueAt: notBefore ?? queuedAt,
    ...(quiet === 'exempt' && { exemptUntil: new Date((actedAt ?? queuedAt).getTime() + exemptMs) }),
  }
  await messages.insertOnce(fresh, variables)
}
