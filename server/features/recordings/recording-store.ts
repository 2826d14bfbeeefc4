/** What of a spoken answer has arrived: one document a take. The pieces themselves lie in the media store. */
import { Schema, Types, type Connection } from 'mongoose'
import { recordedWays } from '../../../shared/contracts/answer-modes.js'
import { maxTakeBytes, type TranscribedWord } from '../../../shared/contracts/recordings.js'
import { leaseFields } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import type { Vault } from '../../mongo/vault.js'
import { collection, placeIn, placeOfPiece } from './media-of.js'
import { mediaTypes } from './media-type.js'
import { listeningQueue, waiting, type ListeningFields } from './measures/listening-store.js'
import { maxPiecesOfTake, pieceAt, type Piece, type PieceAt, type Recording } from './recording.js'

interface Row extends Omit<Recording, 'id'>, ListeningFields {
  transcript?: Buffer
}

export interface Transcript {
  words: TranscribedWord[]
  /** Who wrote them down. */
  transcriber: string
}

export type WhichTake = Pick<Recording, 'orgId' | 'interviewId' | 'number' | 'way' | 'take'>
export type NewRecording = Omit<Recording, 'id' | 'pieces' | 'bytes'>
/** `differs`: other bytes stand there. `gone`: the whole recording was removed. */
export type Added = 'added' | 'there' | 'differs' | 'full' | 'gone'

const text = { type: String, required: true }
const count = { type: Number, required: true }
const date = { type: Date, required: true }
const piece = new Schema<Piece>(
  { clip: count, piece: count, bytes: count, mark: text, type: { type: String, enum: mediaTypes } },
  { _id: false, strict: 'throw' },
)
const schema = new Schema<Row>(
  {
    orgId: text,
    interviewId: text,
    number: count,
    take: count,
    candidateId: text,
    applicationId: text,
    positionId: text,
    way: { ...text, enum: recordedWays },
    pieces: [piece],
    bytes: count,
    createdAt: date,
    keptUntil: date,
    transcript: Buffer,
    listening: String,
    peaks: Buffer,
    measures: Buffer,
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
// Whoever chooses another way records a take of its own.
schema.index({ orgId: 1, interviewId: 1, number: 1, way: 1, take: 1 }, { unique: true })
schema.index({ orgId: 1, candidateId: 1 })
schema.index({ orgId: 1, keptUntil: 1 })
schema.index({ listening: 1, _id: 1 }, { partialFilterExpression: waiting })

export type RecordingStore = ReturnType<typeof recordingStore>

export function recordingStore(connection: Connection, vault: Vault) {
  const rows = plainRows<Row>(connection, 'Recording', schema)
  const byId = ({ orgId, id }: Pick<Recording, 'orgId' | 'id'>) => ({ _id: new Types.ObjectId(id), orgId })

  async function refusal(recording: Recording, fresh: Piece): Promise<Added> {
    const row = await rows.findOne(byId(recording))
    if (!row) return 'gone'
    const there = pieceAt(row, fresh)
    if (!there) return 'full'
    return there.mark === fresh.mark ? 'there' : 'differs'
  }

  return {
    ready: () => rows.init(),
    ...listeningQueue(rows, vault, toRecording),

    /** The same for all pieces that come at once. */
    async beginOnce(fresh: NewRecording): Promise<Recording> {
      const { orgId, interviewId, number, way, take } = fresh
      try {
        return toRecording(await rows.create({ ...fresh, pieces: [], bytes: 0, attempts: 0 }))
      } catch (error) {
        const other = isDuplicateKey(error) ? await rows.findOne({ orgId, interviewId, number, way, take }) : null
        if (!other) throw error
        return toRecording(other)
      }
    },

    /** One update: of two that come at once to the same address one counts. Its bytes have to be kept before. */
    async addPiece(recording: Recording, fresh: Piece): Promise<Added> {
      const { clip, piece: number, bytes } = fresh
      const { matchedCount } = await rows.updateOne(
        {
          ...byId(recording),
          bytes: { $lte: maxTakeBytes - bytes },
          pieces: { $not: { $elemMatch: { clip, piece: number } } },
          [`pieces.${maxPiecesOfTake - 1}`]: { $exists: false },
        },
        { $push: { pieces: fresh }, $inc: { bytes } },
      )
      return matchedCount === 1 ? 'added' : refusal(recording, fresh)
    },

    async find({ orgId, interviewId, number, way, take }: WhichTake): Promise<Recording | undefined> {
      const row = await rows.findOne({ orgId, interviewId, number, way, take })
      return row ? toRecording(row) : undefined
    },

    async findById(orgId: string, id: string): Promise<Recording | undefined> {
      const row = await rows.findOne(byId({ orgId, id }))
      return row ? toRecording(row) : undefined
    },

    /** Of all its questions, the first take first. */
    async listOf(orgId: string, interviewId: string): Promise<Recording[]> {
      return (await rows.find({ orgId, interviewId }).sort({ number: 1, way: 1, take: 1 })).map(toRecording)
    },

    /** Of all recordings of an interview together. */
    async bytesOf(orgId: string, interviewId: string): Promise<number> {
      const found = await rows.find({ orgId, interviewId }).select({ bytes: 1 })
      return found.reduce((sum, { bytes }) => sum + bytes, 0)
    },

    markOf: (
      { orgId, id }: Pick<Recording, 'orgId' | 'id'>,
      { clip, piece: number, sha256 }: PieceAt & { sha256: string },
    ) => vault.mark({ collection, id: `${orgId}/${id}`, fields: { clip, piece: number, sha256 } }),

    sealPiece: (recording: Recording, of: Piece, bytes: Buffer) => vault.sealBytes(placeOfPiece(recording, of), bytes),
    openPiece: (recording: Recording, of: Piece, sealed: Uint8Array) =>
      vault.openBytes(placeOfPiece(recording, of), sealed),

    async keepTranscript(recording: Recording, transcript: Transcript): Promise<void> {
      const sealed = await vault.seal(placeIn(recording, 'transcript'), transcript)
      await rows.updateOne(byId(recording), { $set: { transcript: sealed } })
    },

    async transcriptOf(recording: Recording): Promise<Transcript | undefined> {
      const row = await rows.findOne(byId(recording))
      return row?.transcript && vault.open<Transcript>(placeIn(recording, 'transcript'), row.transcript)
    },

    async keepUntil(orgId: string, interviewId: string, keptUntil: Date): Promise<void> {
      await rows.updateMany({ orgId, interviewId }, { $set: { keptUntil } })
    },

    /** Whose time is over, the oldest first. */
    async *outlived(orgId: string, now: Date): AsyncGenerator<Recording> {
      const old = { orgId, keptUntil: { $lt: now } }
      for await (const row of rows.find(old).sort({ keptUntil: 1 }).lean<Plain<Row>>().cursor()) yield toRecording(row)
    },

    async remove(recording: Pick<Recording, 'orgId' | 'id'>): Promise<void> {
      await rows.deleteOne(byId(recording))
    },
  }
}

function toRecording(row: Plain<Row>): Recording {
  const { _id, transcript: _transcript, listening: _listening, peaks: _peaks, measures: _measures, ...rest } = row
  const { leaseUntil: _leaseUntil, attempts: _attempts, ...recording } = rest
  return { id: _id.toHexString(), ...recording }
}
