/** The deletion of one person's file: what stays of it is this, and nothing in it is about the person. Pure. */
import { hours } from '../../durations.js'
import type { DeletionReason, ToldHow, deletionRefusals } from '../../../shared/contracts/retention.js'

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
  /** What its receipt is found by; the first deletions have none. */
  number?: string
  /** The person is written to first, and nothing is destroyed before; from here on it is in any case. Absent: nobody is written to. */
  tellBy?: Date
  told?: ToldHow
}

export type Refusal = (typeof deletionRefusals)[number]

/** As long as another process may hold an opened key (data-keys.ts), and write under it what it was at. */
export const untilSecondPassMs = 15 * 60_000
export const passesInAll = 2

/** A night's quiet and a platform's bad hour fit in. */
export const tellWithinMs = hours(24)
/** From the person's asking on; HR may be faster, or say that the law keeps the file. */
export const daysToCarryOut = 15

export const usualRetentionDays = 180
/** Cards for the group and for members name people, masked; they are of no use once they were read. */
export const cardsKeptDays = 30
