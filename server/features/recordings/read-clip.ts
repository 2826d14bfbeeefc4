/** The bytes of a clip, piece by piece: never more than one in memory. */
import { dataUnreadable } from '../../mongo/unreadable.js'
import type { MediaStore } from '../../ports/media-store.js'
import { collection, keyOfPiece } from './media-of.js'
import type { RecordingStore } from './recording-store.js'
import type { Piece, Recording } from './recording.js'

export interface ReadClipDeps {
  mediaStore: Pick<MediaStore, 'get'>
  recordings: Pick<RecordingStore, 'openPiece'>
}

export const bytesOf = (pieces: readonly Pick<Piece, 'bytes'>[]): number =>
  pieces.reduce((sum, { bytes }) => sum + bytes, 0)

/** `first` and `last`: of its bytes, both included. */
export async function* readClip(
  deps: ReadClipDeps,
  recording: Recording,
  pieces: readonly Piece[],
  { first, last }: { first: number; last: number } = { first: 0, last: bytesOf(pieces) - 1 },
): AsyncGenerator<Buffer> {
  let from = 0
  for (const piece of pieces) {
    const to = from + piece.bytes
    if (from > last) return
    if (to > first) yield (await openPiece(deps, recording, piece)).subarray(Math.max(0, first - from), last + 1 - from)
    from = to
  }
}

async function openPiece(
  { mediaStore, recordings }: ReadClipDeps,
  recording: Recording,
  piece: Piece,
): Promise<Buffer> {
  const sealed = await mediaStore.get(keyOfPiece(recording, piece))
  if (!sealed) throw dataUnreadable(`${collection}/${recording.id}/${piece.clip}/${piece.piece}`)
  return recordings.openPiece(recording, piece, sealed)
}
