/** What an endpoint replies with `verbose_json`. Read leniently, for vendors differ; what is there has to make sense. */
import { Ajv } from 'ajv'
import { Type, type Static } from 'typebox'
import type { TranscribedWord } from '../../../shared/contracts/recordings.js'
import type { Utterance } from '../../ports/transcriber.js'

const mostText = 20_000
const mostParts = 20_000
const seconds = Type.Number({ minimum: 0, maximum: 3_600 })
const share = Type.Optional(Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()]))

const Reply = Type.Object({
  text: Type.String({ maxLength: mostText }),
  /** Some send it as text. */
  duration: Type.Optional(Type.Union([seconds, Type.String({ pattern: '^\\d{1,4}(\\.\\d+)?$' })])),
  words: Type.Optional(
    Type.Array(
      Type.Object({
        word: Type.String({ maxLength: 200 }),
        start: seconds,
        end: seconds,
        confidence: share,
        probability: share,
      }),
      { maxItems: mostParts },
    ),
  ),
  segments: Type.Optional(
    Type.Array(
      Type.Object({
        text: Type.String({ maxLength: mostText }),
        start: seconds,
        end: seconds,
        avg_logprob: Type.Optional(Type.Number()),
        no_speech_prob: share,
        compression_ratio: Type.Optional(Type.Number()),
      }),
      { maxItems: mostParts },
    ),
  ),
})
type Reply = Static<typeof Reply>
type Segment = NonNullable<Reply['segments']>[number]

const ajv = new Ajv({ strict: true, strictTypes: false, allowUnionTypes: true })
/** Compiled with the first reply: most installations have no transcriber. */
const isReply = (value: unknown): value is Reply => ajv.validate(Reply, value)

/** Undefined when it cannot be used. */
export function readReply(value: unknown): Utterance | undefined {
  if (!isReply(value)) return undefined
  const { text, duration } = value
  const confidence = confidenceOf(value)
  return {
    text,
    words: wordsOf(value),
    ...(confidence !== undefined && { confidence }),
    ...(duration !== undefined && { durationMs: Math.round(Number(duration) * 1000) }),
  }
}

const ms = (inSeconds: number): number => Math.round(inSeconds * 1000)

/** Segments stand in where the endpoint gives no words. */
function wordsOf({ words = [], segments = [] }: Reply): TranscribedWord[] {
  if (words.length === 0) return segments.map(({ text, start, end }) => ({ text, startMs: ms(start), endMs: ms(end) }))
  return words.map(({ word, start, end, confidence, probability }) => {
    const sure = confidence ?? probability ?? undefined
    return { text: word, startMs: ms(start), endMs: ms(end), ...(sure !== undefined && { confidence: sure }) }
  })
}

/** From what the words say of themselves, else from the segments'; 0 for what a model makes up over silence or repeats without end. */
function confidenceOf(reply: Reply): number | undefined {
  const { segments = [] } = reply
  if (segments.some(isMadeUp)) return 0
  const ofWords = wordsOf(reply).flatMap(({ confidence }) => confidence ?? [])
  if (ofWords.length > 0) return ofWords.reduce((sum, one) => sum + one, 0) / ofWords.length
  const known = segments.filter(({ avg_logprob: mean }) => mean !== undefined)
  const length = known.reduce((sum, one) => sum + one.end - one.start, 0)
  if (length <= 0) return undefined
  return known.reduce((sum, one) => sum + Math.min(1, Math.exp(one.avg_logprob!)) * (one.end - one.start), 0) / length
}

/** As Whisper's own decoder judges (openai/whisper, transcribe.py: 0.6, -1 and 2.4). */
const isMadeUp = ({ text, no_speech_prob: silence, avg_logprob: mean = 0, compression_ratio: ratio = 1 }: Segment) =>
  text.trim() !== '' && (ratio > 2.4 || ((silence ?? 0) > 0.6 && mean < -1))
