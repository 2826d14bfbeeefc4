/**
 * Which pieces of which recordings this phone still has to send. Pure; kept in storage, so that a killed app goes on from it.
 * A take is one attempt at recording an answer, a clip what was recorded without interruption, a piece some seconds of it.
 */
import type { TakesForCandidate } from '../../shared/contracts/recordings.js'

export interface QuestionKey {
  interviewId: string
  number: number
}

export interface TakeKey extends QuestionKey {
  take: number
}

export interface PieceKey extends TakeKey {
  clip: number
  piece: number
}

export interface WaitingPiece {
  clip: number
  piece: number
  /** False where the phone had no room for a file: it lives as long as the app does. */
  isOnDisk: boolean
}

export interface KeptTake extends TakeKey {
  /** Content type of its pieces. */
  type: string
  /** All that were ever made, sent or not. */
  made: number
  waiting: WaitingPiece[]
  /** It will get no more pieces. */
  isOver: boolean
  /** The server takes nothing of it any more, or the phone lost some of it. */
  isLost?: boolean
}

export type PieceIndex = readonly KeptTake[]

export const isOf = (one: QuestionKey, other: QuestionKey): boolean =>
  one.interviewId === other.interviewId && one.number === other.number
export const isTake = (one: TakeKey, other: TakeKey): boolean => isOf(one, other) && one.take === other.take

const changed = (index: PieceIndex, key: TakeKey, change: (take: KeptTake) => KeptTake): PieceIndex =>
  tidy(index.map((take) => (isTake(take, key) ? change(take) : take)))

/** What is over and sent leaves nothing behind, but that something of it was lost is remembered. */
const tidy = (index: PieceIndex): PieceIndex =>
  index.filter(({ isOver, isLost, waiting }) => !isOver || isLost === true || waiting.length > 0)

export function withPiece(index: PieceIndex, key: PieceKey, { type, isOnDisk }: { type: string; isOnDisk: boolean }) {
  const { interviewId, number, take, clip, piece } = key
  const begun = index.some((one) => isTake(one, key))
    ? index
    : [...index, { interviewId, number, take, type, made: 0, waiting: [], isOver: false }]
  return changed(begun, key, (one) => ({
    ...one,
    made: one.made + 1,
    waiting: [...one.waiting, { clip, piece, isOnDisk }],
  }))
}

export const withoutPiece = (index: PieceIndex, key: PieceKey): PieceIndex =>
  changed(index, key, (take) => ({
    ...take,
    waiting: take.waiting.filter(({ clip, piece }) => clip !== key.clip || piece !== key.piece),
  }))

export const takeOver = (index: PieceIndex, key: TakeKey): PieceIndex =>
  changed(index, key, (take) => ({ ...take, isOver: true }))

/** Nothing of it is sent any more. */
export const takeLost = (index: PieceIndex, key: TakeKey): PieceIndex =>
  changed(index, key, (take) => ({ ...take, waiting: [], isOver: true, isLost: true }))

export const withoutTakes = (index: PieceIndex, isGone: (take: KeptTake) => boolean): PieceIndex =>
  index.filter((take) => !isGone(take))

/** The app was started again: what had found no room on the phone is gone, and what was sent is of no interest any more. */
export const afterRestart = (index: PieceIndex): PieceIndex =>
  index
    .filter(({ waiting }) => waiting.length > 0)
    .map((take) => {
      const waiting = take.waiting.filter(({ isOnDisk }) => isOnDisk)
      return waiting.length === take.waiting.length ? take : { ...take, waiting, isLost: true }
    })

/** The server has some already whose acknowledgement never came. */
export function withoutArrived(index: PieceIndex, question: QuestionKey, { takes }: TakesForCandidate): PieceIndex {
  const has = (take: number, clip: number, piece: number) =>
    takes.some(
      (one) => one.take === take && one.clips.some((part) => part.clip === clip && part.pieces.includes(piece)),
    )
  return tidy(
    index.map((take) =>
      isOf(take, question)
        ? { ...take, waiting: take.waiting.filter(({ clip, piece }) => !has(take.take, clip, piece)) }
        : take,
    ),
  )
}

export const keysOf = ({ interviewId, number, take, waiting }: KeptTake): PieceKey[] =>
  waiting.map(({ clip, piece }) => ({ interviewId, number, take, clip, piece }))

/** Of what was recorded for this question; a hundred when nothing waits. */
export function percentSent(index: PieceIndex, question: QuestionKey): number {
  const takes = index.filter((take) => isOf(take, question))
  const made = takes.reduce((sum, take) => sum + take.made, 0)
  const waiting = takes.reduce((sum, take) => sum + take.waiting.length, 0)
  return made === 0 ? 100 : Math.floor(((made - waiting) / made) * 100)
}

export const fileOf = ({ interviewId, number, take, clip, piece }: PieceKey): string =>
  `piece-${[interviewId, number, take, clip, piece].join('-')}`
export const isPieceFile = (name: string): boolean => name.startsWith('piece-')
