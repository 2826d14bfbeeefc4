/** The deletion of one person's file: what stays of it is this, and nothing in it is about the person. Pure. */
import type { DeletionReason, deletionRefusals } from '../../../shared/contracts/retention.js'

export interface Deletion {
  id: string
  orgId: string
  candidateId: string
  applicationIds: string[]
  why: 'request' | 'retention'
  reason?: DeletionReason
  /** Member's id; absent when the time was up. */
  by?: string
  at: Date
  /** `begun`: the key is destroyed first, then everything is removed, twice. */
  status: 'begun' | 'done'
  /** Passes that have ended. */
  passes: number
  rows: number
  doneAt?: Date
}

export type Refusal = (typeof deletionRefusals)[number]

/** As long as another process may hold an opened key (data-keys.ts), and write under it what it was at. */
export const untilSecondPassMs = 15 * 60_000
export const passesInAll = 2

export const usualRetentionDays = 180
/** Cards for the group and for members name people, masked; they are of no use once they were read. */
export const cardsKeptDays = 30
