/** A call-back that we took, and what became of it. */
import type { CallbackMessage } from '../../ports/platform-callback.js'

/** `ignored`: nobody here does anything about this event; it is kept all the same. */
export const callbackStatuses = ['received', 'done', 'ignored', 'failed'] as const
export type CallbackStatus = (typeof callbackStatuses)[number]

export interface Callback {
  orgId: string
  message: CallbackMessage
  /** Claims so far, this one included. */
  attempts: number
  leaseUntil: Date
}

/** What is done about one kind of event. It may run twice: a process can die between doing and noting. */
export type CallbackHandler = (callback: { orgId: string; message: CallbackMessage; receivedAt: Date }) => Promise<void>
export type CallbackHandlers = Readonly<Record<string, CallbackHandler>>
