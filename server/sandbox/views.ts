/** What the sandbox's own API returns beyond shared/contracts/sandbox.ts; its page reads the same types. */
import type { ApplicationForCandidate } from '../../shared/contracts/talent.js'
import type { SandboxPerson, SandboxSettings } from '../../shared/contracts/sandbox.js'

/** One line of `GET /api/events`. */
export interface SandboxChange {
  kind: 'inbox' | 'people' | 'group' | 'member' | 'faults' | 'clock' | 'calls' | 'phone' | 'speech' | 'reset'
  id?: string
}

export interface PhoneView {
  online: boolean
  subscriptions: 'on' | 'off'
  /** That of this WeChat, for the sheet in which it is told. */
  phoneNumber: string
  mayTellNumber: NonNullable<SandboxSettings['phoneNumber']>
  /** Messages that this person still accepts, by template id. */
  credits: Record<string, number>
}

export interface PersonView extends SandboxPerson {
  online: boolean
  messages: number
}

export interface GroupView {
  id: string
  name: string
  members: { id: string; name: string; role: string }[]
}

/** Where a person stands, read the way the phone reads it. */
export type StepsView =
  | { kind: 'application'; application: ApplicationForCandidate }
  | { kind: 'none' }
  | { kind: 'offline' }
  | { kind: 'product-down' }
