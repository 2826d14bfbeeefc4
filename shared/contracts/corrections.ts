/** What was written down of spoken answers, and what the candidate says was said (E8). */
import { Type, type Static } from 'typebox'
import { ObjectIdSchema, Timestamp } from './ids.js'
import { Bilingual } from './text.js'

const closed = { additionalProperties: false }

/** Whether it may be corrected: only `open`. `early`: it is not scored yet. `decided`: a decision is made. */
export const correctionStates = ['early', 'open', 'over', 'decided'] as const

export const CorrectTranscript = Type.Object(
  /** How much a clip can hold is asked beside; something has to be in it. */
  { text: Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' }) },
  closed,
)
export type CorrectTranscript = Static<typeof CorrectTranscript>

export const TranscriptsForCandidate = Type.Object(
  {
    interviewId: ObjectIdSchema,
    positionTitle: Bilingual,
    state: Type.Enum([...correctionStates]),
    until: Type.Optional(Timestamp),
    /** Scored by a machine, so scored again after a correction; else people read it. */
    isScored: Type.Boolean(),
    answers: Type.Array(
      Type.Object(
        {
          /** Of the question or follow-up. */
          number: Type.Integer(),
          /** It was asked on the answer to that question. */
          followUpTo: Type.Optional(Type.Integer()),
          stem: Bilingual,
          /** As it was heard, cut where it may be misheard. */
          parts: Type.Array(Type.Object({ text: Type.String(), isUnsure: Type.Boolean() }, closed)),
          maxCharacters: Type.Integer(),
          correction: Type.Optional(Type.Object({ text: Type.String(), at: Timestamp }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type TranscriptsForCandidate = Static<typeof TranscriptsForCandidate>
