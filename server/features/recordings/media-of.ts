/** Where the pieces of a recording lie, and into what they are sealed. What a person's keys begin with removes all of theirs. */
import type { Place } from '../../mongo/vault.js'
import type { MediaKey } from '../../ports/media-store.js'
import type { Piece, PieceAt, Recording } from './recording.js'

export const collection = 'recordings'

type Whose = Pick<Recording, 'orgId' | 'candidateId'>
type Which = Omit<Recording, 'pieces' | 'bytes' | 'createdAt' | 'keptUntil'>

export const mediaOfPerson = ({ orgId, candidateId }: Whose): MediaKey => `${orgId}/${candidateId}`

export const mediaOfRecording = (recording: Whose & Pick<Recording, 'id'>): MediaKey =>
  `${mediaOfPerson(recording)}/${recording.id}`

/** By what it holds as well: whoever sends other bytes at the same moment never writes over those that count. */
export const keyOfPiece = (recording: Which, { clip, piece, mark }: Pick<Piece, 'mark'> & PieceAt): MediaKey =>
  `${mediaOfRecording(recording)}/${clip}/${piece}-${Buffer.from(mark, 'base64url').toString('hex').slice(0, 32)}`

export const placeIn = (recording: Which, field: string): Place => {
  const { orgId, candidateId, id, applicationId, positionId, interviewId, number, take, way } = recording
  const of = { applicationId, positionId, interviewId, question: `${number}`, take: `${take}`, way }
  return { orgId, ownerId: candidateId, collection, id, of, field }
}

export const placeOfPiece = (recording: Which, { clip, piece, mark }: Pick<Piece, 'mark'> & PieceAt): Place =>
  placeIn(recording, `${clip}/${piece}/${mark}`)
