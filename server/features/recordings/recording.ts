/** One take of a spoken answer: clips, each in pieces that come in any order and twice. Pure. */
import type { RecordedWay } from '../../../shared/contracts/answer-modes.js'
import {
  maxClips,
  maxPieces,
  maxTakeBytes,
  type RecordedClip,
  type TakesForCandidate,
} from '../../../shared/contracts/recordings.js'
import type { MediaType } from './media-type.js'

export interface PieceAt {
  clip: number
  piece: number
}

export interface Piece extends PieceAt {
  bytes: number
  /** Keyed hash of where it belongs and what it holds: says whether the same came again, and nothing to anybody else. */
  mark: string
  /** Of the first piece of a clip: what the bytes are. */
  type?: MediaType
}

export interface Recording {
  id: string
  orgId: string
  interviewId: string
  /** Of the question. */
  number: number
  take: number
  candidateId: string
  applicationId: string
  positionId: string
  way: RecordedWay
  pieces: Piece[]
  /** Of all pieces. */
  bytes: number
  createdAt: Date
  keptUntil: Date
}

/** Keeps the document bounded: many times what a phone makes of the longest answer. */
export const maxPiecesOfTake = 2_400
/** As the notice says: recordings go long before the file does. */
const keptDays = 30
export const keptUntilAfter = (at: Date): Date => new Date(at.getTime() + keptDays * 86_400_000)
/** What was recorded before the deadline is accepted so much later. */
export const acceptedLateMs = 15 * 60_000

export const mayHold = ({ clip, piece }: PieceAt): boolean => clip <= maxClips && piece <= maxPieces

export const hasRoom = ({ pieces, bytes }: Pick<Recording, 'pieces' | 'bytes'>, more: number): boolean =>
  pieces.length < maxPiecesOfTake && bytes + more <= maxTakeBytes

export const pieceAt = ({ pieces }: Pick<Recording, 'pieces'>, { clip, piece }: PieceAt): Piece | undefined =>
  pieces.find((one) => one.clip === clip && one.piece === piece)

/** In the order in which they are played. */
const piecesOf = ({ pieces }: Pick<Recording, 'pieces'>, clip: number): Piece[] =>
  pieces.filter((one) => one.clip === clip).sort((one, other) => one.piece - other.piece)

export interface ArrivedClip {
  clip: number
  /** Undefined as long as its first piece, which says it, has not come. */
  type?: MediaType
  /** Up to the first gap: what can be played. */
  playable: Piece[]
  /** So many never came. */
  missing: number
  durationMs: number
}

/** `told`: what the phone said it recorded; without it, whatever came. */
export function clipsOf(recording: Pick<Recording, 'pieces'>, told?: readonly RecordedClip[]): ArrivedClip[] {
  const numbers = told
    ? told.map((_one, at) => at + 1)
    : [...new Set(recording.pieces.map(({ clip }) => clip))].sort((one, other) => one - other)
  return numbers.map((clip) => {
    const there = piecesOf(recording, clip)
    const gap = there.findIndex(({ piece }, at) => piece !== at + 1)
    const playable = gap === -1 ? there : there.slice(0, gap)
    const last = told?.[clip - 1]?.pieces ?? there.at(-1)?.piece ?? 0
    const type = playable[0]?.type
    return {
      clip,
      ...(type && { type }),
      playable,
      missing: Math.max(0, last - there.filter(({ piece }) => piece <= last).length),
      durationMs: told?.[clip - 1]?.durationMs ?? 0,
    }
  })
}

/** All that the phone told of is there. */
export const isWhole = (recording: Pick<Recording, 'pieces'>, told: readonly RecordedClip[]): boolean =>
  clipsOf(recording, told).every(({ missing }) => missing === 0)

export const takesOf = (recordings: readonly Pick<Recording, 'take' | 'pieces'>[]): TakesForCandidate => ({
  takes: [...recordings]
    .sort((one, other) => one.take - other.take)
    .map((recording) => ({
      take: recording.take,
      clips: clipsOf(recording).map(({ clip }) => ({
        clip,
        pieces: piecesOf(recording, clip).map(({ piece }) => piece),
      })),
    })),
})
