/**
 * Takes in one piece. Sealed and on the disk first, then noted: what is noted is there. Whoever dies in between sends it again, and what
 * was written for nothing goes with the recording.
 */
import { createHash } from 'node:crypto'
import type { RecordedWay } from '../../../shared/contracts/answer-modes.js'
import { AppError, conflict } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import type { MediaStore } from '../../ports/media-store.js'
import type { ConsentStore } from '../consent/index.js'
import {
  questionOf,
  takenOver,
  viewInterview,
  type Interview,
  type InterviewStore,
  type WhichInterview,
} from '../interviews/index.js'
import { keyOfPiece, mediaOfRecording } from './media-of.js'
import { mediaTypeOf, type MediaType } from './media-type.js'
import { mayBring, openForPieces } from './open-for-pieces.js'
import { takeThatCounts } from './arrival.js'
import type { NewRecording, RecordingStore } from './recording-store.js'
import { removeRecording } from './remove-recording.js'
import { roomFor } from './room.js'
import {
  hasRoom,
  isWhole,
  keptUntilAfter,
  mayHold,
  pieceAt,
  type Piece,
  type PieceAt,
  type Recording,
} from './recording.js'

export interface KeepPieceDeps {
  interviews: Pick<InterviewStore, 'find' | 'hearNow'>
  consents: Pick<ConsentStore, 'grantedUnder'>
  recordings: Pick<
    RecordingStore,
    'beginOnce' | 'addPiece' | 'find' | 'markOf' | 'sealPiece' | 'listOf' | 'bytesOf' | 'remove'
  >
  mediaStore: Pick<MediaStore, 'put' | 'remove'>
  clock: Clock
  wake: (job: 'hear-recordings') => void
}

export interface PieceAddress extends PieceAt {
  number: number
  take: number
}

/** Where a piece may go. */
export interface Opened {
  interview: Interview
  way: RecordedWay
  at: PieceAddress
}

/**
 * Before its bytes are read.
 * @throws AppError not-found, recording-closed, recording-too-large
 */
export async function openPiece(
  deps: Pick<KeepPieceDeps, 'clock' | 'consents'> & { interviews: Pick<InterviewStore, 'find'> },
  which: WhichInterview,
  at: PieceAddress,
): Promise<Opened> {
  const interview = await viewInterview(deps, which)
  const open = openForPieces(interview, at.number, deps.clock.now())
  const { orgId, invitationId } = interview
  // Taken back, it ends at once: nothing is recorded on, nor comes late (C2).
  if (!open || (await deps.consents.grantedUnder(orgId, invitationId, 'recording')) === undefined)
    throw closed(at.number)
  if (at.take > open.takes || !mayHold(at)) throw tooLarge()
  return { interview, way: open.way, at }
}

/** @throws AppError taken-over */
export function refuseOtherPhone({ interview, at }: Opened, deviceKey: string): void {
  if (!mayBring(interview, deviceKey, at)) throw takenOver()
}

/**
 * The same bytes again are the same piece.
 * @throws AppError wrong-hash, not-media, piece-differs, recording-too-large, recordings-full, recording-closed
 */
export async function keepPiece(
  deps: KeepPieceDeps,
  { interview, way, at }: Opened,
  { bytes, sha256 }: { bytes: Buffer; sha256: string },
): Promise<void> {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new AppError('wrong-hash', 422, 'wrong hash')
  const fresh = newRecording(interview, { ...at, way, now: deps.clock.now() })
  const known = await deps.recordings.find(fresh)
  if (known && isThere(deps, known, { ...at, sha256 })) return

  const type = at.piece === 1 ? await typeOf(bytes, way) : undefined
  if (known && !hasRoom(known, bytes.length)) throw tooLarge()
  const all = await deps.recordings.bytesOf(interview.orgId, interview.id)
  if (all + bytes.length > roomFor(interview)) throw new AppError('recordings-full', 413, 'recordings full')
  const recording = known ?? (await deps.recordings.beginOnce(fresh))
  if (recording.pieces.length === 0) await stillAgreed(deps, interview, recording)
  const { clip, piece } = at
  const mark = deps.recordings.markOf(recording, { clip, piece, sha256 })
  await write(deps, recording, { clip, piece, mark, bytes: bytes.length, ...(type && { type }) }, bytes)
  await tellWhenWhole(deps, interview, at)
}

/**
 * Asked again once the recording stands and before anything lies in it: a consent taken back after this finds the recording, one taken
 * back before it is seen here. Where a piece lies in it, that was asked.
 */
async function stillAgreed(deps: KeepPieceDeps, interview: Interview, recording: Recording): Promise<void> {
  if ((await deps.consents.grantedUnder(interview.orgId, interview.invitationId, 'recording')) !== undefined) return
  await removeRecording(deps, recording)
  throw closed(recording.number)
}

/** The last piece of an answer that was handed in before: nobody has to wait for the next look. */
async function tellWhenWhole(
  { recordings, interviews, wake }: KeepPieceDeps,
  interview: Interview,
  { number }: PieceAddress,
): Promise<void> {
  const question = questionOf(interview, number)
  const told = question?.answer?.recording?.clips
  if (!question || !told) return
  const { orgId, id } = interview
  const recording = takeThatCounts(question, await recordings.listOf(orgId, id))
  if (!recording || !isWhole(recording, told)) return
  await interviews.hearNow(orgId, id)
  wake('hear-recordings')
}

async function write(
  { recordings, mediaStore }: KeepPieceDeps,
  recording: Recording,
  piece: Piece,
  bytes: Buffer,
): Promise<void> {
  await mediaStore.put(keyOfPiece(recording, piece), await recordings.sealPiece(recording, piece, bytes))
  const added = await recordings.addPiece(recording, piece)
  if (added === 'differs') throw differs()
  if (added === 'full') throw tooLarge()
  if (added !== 'gone') return
  // Removed while this came: so is what was written for it.
  await mediaStore.remove(mediaOfRecording(recording))
  throw closed(recording.number)
}

function isThere(
  { recordings }: Pick<KeepPieceDeps, 'recordings'>,
  known: Recording,
  { clip, piece, sha256 }: PieceAt & { sha256: string },
): boolean {
  const there = pieceAt(known, { clip, piece })
  if (!there) return false
  if (there.mark !== recordings.markOf(known, { clip, piece, sha256 })) throw differs()
  return true
}

async function typeOf(first: Buffer, way: RecordedWay): Promise<MediaType> {
  const type = await mediaTypeOf(first, way)
  if (!type) throw new AppError('not-media', 415, 'not media')
  return type
}

function newRecording(
  { id: interviewId, orgId, candidateId, applicationId, positionId }: Interview,
  { number, take, way, now: createdAt }: PieceAddress & { way: RecordedWay; now: Date },
): NewRecording {
  const keptUntil = keptUntilAfter(createdAt)
  return { orgId, interviewId, number, take, candidateId, applicationId, positionId, way, createdAt, keptUntil }
}

const closed = (number: number) => conflict('recording-closed', { number })
const differs = () => conflict('piece-differs')
const tooLarge = () => new AppError('recording-too-large', 413, 'recording too large')
