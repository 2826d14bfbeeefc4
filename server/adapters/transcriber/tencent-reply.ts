/** What DescribeTaskStatus says of a task. Read leniently, for nearly all of it may be null; what is there has to make sense. */
import { Ajv } from 'ajv'
import { Type, type Static, type TSchema } from 'typebox'
import type { Utterance } from '../../ports/transcriber.js'

const mostText = 20_000
const mostParts = 20_000
const maybe = <Schema extends TSchema>(schema: Schema) => Type.Optional(Type.Union([schema, Type.Null()]))
const ms = maybe(Type.Number({ minimum: 0, maximum: 3_600_000 }))

const Task = Type.Object({
  Status: Type.Integer(),
  AudioDuration: maybe(Type.Number({ minimum: 0, maximum: 3_600 })),
  ResultDetail: maybe(
    Type.Array(
      Type.Object({
        FinalSentence: maybe(Type.String({ maxLength: mostText })),
        StartMs: ms,
        EndMs: ms,
        Words: maybe(
          Type.Array(
            Type.Object({ Word: maybe(Type.String({ maxLength: 200 })), OffsetStartMs: ms, OffsetEndMs: ms }),
            { maxItems: mostParts },
          ),
        ),
      }),
      { maxItems: mostParts },
    ),
  ),
})
type Task = Static<typeof Task>
type Sentence = NonNullable<Task['ResultDetail']>[number]

const ajv = new Ajv({ strict: true, strictTypes: false, allowUnionTypes: true })
/** Compiled with the first reply: most installations have no transcriber. */
const isTask = (value: unknown): value is Task => ajv.validate(Task, value)

export type TaskState =
  { kind: 'under-way' } | { kind: 'failed' } | { kind: 'unusable' } | { kind: 'heard'; heard: Utterance }

const succeeded = 2
const didNot = 3

/** `between`: what stands between two sentences, nothing in Chinese. */
export function stateOf(task: unknown, between: string): TaskState {
  if (!isTask(task)) return { kind: 'unusable' }
  if (task.Status === didNot) return { kind: 'failed' }
  if (task.Status !== succeeded) return { kind: 'under-way' }
  const sentences = task.ResultDetail ?? []
  const text = sentences.map(({ FinalSentence }) => FinalSentence ?? '').join(between)
  if (text.length > mostText) return { kind: 'unusable' }
  const words = sentences.flatMap(wordsOf)
  const { AudioDuration: seconds } = task
  return {
    kind: 'heard',
    heard: { text, words, ...(typeof seconds === 'number' && { durationMs: Math.round(seconds * 1000) }) },
  }
}

/** Words count from where their sentence begins. A sentence stands in where it has no words. */
function wordsOf({ FinalSentence, StartMs, EndMs, Words }: Sentence): Utterance['words'] {
  const from = StartMs ?? 0
  const at = (offset: number | null | undefined) => Math.round(from + (offset ?? 0))
  const words = (Words ?? []).flatMap(({ Word, OffsetStartMs, OffsetEndMs }) =>
    Word ? [{ text: Word, startMs: at(OffsetStartMs), endMs: at(OffsetEndMs ?? OffsetStartMs) }] : [],
  )
  if (words.length > 0 || !FinalSentence) return words
  return [{ text: FinalSentence, startMs: Math.round(from), endMs: Math.round(EndMs ?? from) }]
}
