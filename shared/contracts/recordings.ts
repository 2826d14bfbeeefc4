/**
 * An answer that is spoken: recorded in clips, sent in pieces, played as one. Pieces come in any order and as often as the network needs;
 * the same bytes at the same address are the same piece. docs/decisions/036 says why this is no tus.
 */
import { Type, type Static } from 'typebox'
import { recordedWays } from './answer-modes.js'
import { ObjectIdSchema } from './ids.js'

/** One piece at most; a phone cuts what it records into pieces of a few seconds. */
export const maxPieceBytes = 512 * 1024
/** Of one take, all clips together: two minutes of small video, three times over. */
export const maxTakeBytes = 64 * 1024 * 1024
export const maxClips = 40
/** Of one clip. */
export const maxPieces = 600
/** The first one and those that a position lets somebody record again. */
export const maxTakes = 4
const counted = (most: number) => Type.Integer({ minimum: 1, maximum: most })
/** From 1, as everything that is counted in an address. */
const Counted = Type.String({ pattern: '^[1-9]\\d{0,2}$' })

/** `PUT` with the bytes as body, their type as `content-type` and their SHA-256 in hex as `x-content-sha256`; the phone's own key as `x-device-key`. */
export const PieceAddress = Type.Object(
  {
    id: ObjectIdSchema,
    number: Type.String({ pattern: '^[1-9]\\d?$' }),
    take: Counted,
    clip: Counted,
    piece: Counted,
  },
  { additionalProperties: false },
)

export const TakesOfQuestion = Type.Object(
  { id: ObjectIdSchema, number: Type.String({ pattern: '^[1-9]\\d?$' }) },
  { additionalProperties: false },
)

/** What a phone recorded, told when it hands the answer in, which may be before all of it has arrived. */
export const RecordedClip = Type.Object(
  { pieces: counted(maxPieces), durationMs: Type.Integer({ minimum: 0, maximum: 15 * 60_000 }) },
  { additionalProperties: false },
)
export type RecordedClip = Static<typeof RecordedClip>

export const Recording = Type.Object(
  {
    take: counted(maxTakes),
    clips: Type.Array(RecordedClip, { minItems: 1, maxItems: maxClips }),
  },
  { additionalProperties: false },
)
export type Recording = Static<typeof Recording>

/** What has arrived of a question's takes, so that a phone that was killed sends the rest only. */
export const TakesForCandidate = Type.Object(
  {
    takes: Type.Array(
      Type.Object(
        {
          take: Type.Integer(),
          clips: Type.Array(
            Type.Object({ clip: Type.Integer(), pieces: Type.Array(Type.Integer()) }, { additionalProperties: false }),
          ),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type TakesForCandidate = Static<typeof TakesForCandidate>

/** One word of a transcript, or a few characters of Chinese; times from the beginning of the recording. */
export const TranscribedWord = Type.Object(
  {
    text: Type.String(),
    startMs: Type.Integer(),
    endMs: Type.Integer(),
    /** 0…1; absent where the service says nothing. */
    confidence: Type.Optional(Type.Number()),
  },
  { additionalProperties: false },
)
export type TranscribedWord = Static<typeof TranscribedWord>

/** For whoever reviews: played as one, gaps shown as gaps. */
export const RecordingForReader = Type.Object(
  {
    id: ObjectIdSchema,
    /** Of the question or follow-up, and what it was drawn as. */
    number: Type.Integer(),
    questionId: Type.String(),
    way: Type.Enum([...recordedWays]),
    clips: Type.Array(
      Type.Object(
        {
          clip: Type.Integer(),
          type: Type.String(),
          bytes: Type.Integer(),
          durationMs: Type.Integer(),
          /** Pieces that never came; the clip plays up to the first of them. */
          missing: Type.Integer(),
          /** For its waveform, evenly through what plays: 0…100, the loudest of the recording is 100. Absent where nobody knows. */
          peaks: Type.Optional(Type.Array(Type.Integer())),
        },
        { additionalProperties: false },
      ),
    ),
    words: Type.Array(TranscribedWord),
    /** Who wrote the words down; absent: nobody, and people listen. */
    transcriber: Type.Optional(Type.String()),
    keptUntil: Type.String(),
  },
  { additionalProperties: false },
)
export type RecordingForReader = Static<typeof RecordingForReader>

/** Of an interview: of each spoken answer the take that counts. */
export const RecordingsForReader = Type.Object(
  { recordings: Type.Array(RecordingForReader) },
  { additionalProperties: false },
)
export type RecordingsForReader = Static<typeof RecordingsForReader>

/** Told when somebody stops listening: how much of it was heard, from where to where. */
export const Listened = Type.Object(
  {
    fromSeconds: Type.Integer({ minimum: 0, maximum: 36_000 }),
    toSeconds: Type.Integer({ minimum: 0, maximum: 36_000 }),
    /** Of what was played, what was heard twice counted twice. */
    seconds: Type.Integer({ minimum: 0, maximum: 36_000 }),
  },
  { additionalProperties: false },
)
export type Listened = Static<typeof Listened>

/** Served as it was recorded, in ranges of bytes. */
export const ClipAddress = Type.Object({ id: ObjectIdSchema, clip: Counted }, { additionalProperties: false })
