/** How somebody spoke, in figures: for people to read beside an answer, weight 0 in every score. */
import { Type, type Static } from 'typebox'

const closed = { additionalProperties: false }

export const VoiceMeasures = Type.Object(
  {
    speechSeconds: Type.Number(),
    pauses: Type.Object(
      {
        /** Of 0.3 s and more. */
        count: Type.Integer(),
        longestSeconds: Type.Number(),
        /** Of the time from the first to the last word, 0…1. */
        share: Type.Number(),
      },
      closed,
    ),
    /** Middle, and from the 5th to the 95th percentile, of what was clear. */
    pitch: Type.Object({ medianHz: Type.Integer(), rangeSemitones: Type.Number() }, closed),
    loudnessRangeDb: Type.Number(),
  },
  closed,
)
export type VoiceMeasures = Static<typeof VoiceMeasures>

/** Why nothing was measured: no MP3, pieces never came, longer than is looked at, not what it says it is, nobody speaks, given up. */
export const unmeasured = ['format', 'incomplete', 'too-long', 'unreadable', 'no-voice', 'failed'] as const
export type Unmeasured = (typeof unmeasured)[number]

/** As a reviewer reads it. */
export const MeasuresForReader = Type.Union([
  Type.Object(
    {
      ...VoiceMeasures.properties,
      /** Characters of Chinese, words of other languages, a second of speech; absent where nobody wrote down what was said. */
      charactersPerSecond: Type.Optional(Type.Number()),
    },
    closed,
  ),
  Type.Object({ unmeasured: Type.Enum([...unmeasured]) }, closed),
])
export type MeasuresForReader = Static<typeof MeasuresForReader>
