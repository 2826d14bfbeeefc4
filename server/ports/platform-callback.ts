/** What a platform tells us by calling us: checked, opened and in our words. Nothing of it may be believed before that. */

/** The query of every call-back; its values are signed together with the body. */
export interface CallbackSeal {
  signature: string
  timestamp: string
  nonce: string
}

export interface CallbackMessage {
  /** The same for every delivery of one message: the platform repeats what was not answered in time. */
  key: string
  /** Name of an event, or the type of a message that somebody wrote. */
  type: string
  /** Platform's id of the member who caused it; `sys` for the platform itself. */
  from: string
  fields: Record<string, unknown>
}

/** `signature`: not from the platform · `receiver`: meant for somebody else · `too-old`: replayed, or a clock is wrong. */
export type CallbackRefusal = 'signature' | 'receiver' | 'too-old' | 'unreadable'
type Refused = { kind: 'refused'; why: CallbackRefusal }

export interface PlatformCallback {
  /** The platform asks whether this address is ours; the answer is the plain text alone. */
  proveAddress(seal: CallbackSeal, echo: string): { kind: 'proved'; plain: string } | Refused
  read(seal: CallbackSeal, body: string): { kind: 'read'; message: CallbackMessage } | Refused
}
