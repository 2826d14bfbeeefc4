/** What the endpoint has to reply: its envelope is read leniently, for it differs by vendor; what the model says, strictly. */
import { Ajv } from 'ajv'
import { Type, type Static } from 'typebox'
import type { ModelCredit, ReadingTask } from '../../ports/model-scorer.js'

const closed = { additionalProperties: false }
const mostPoints = 20
const longestQuotation = 1_000

export const Said = Type.Object(
  {
    points: Type.Array(
      Type.Object(
        {
          id: Type.String({ maxLength: 60 }),
          credit: Type.Number({ minimum: 0, maximum: 1 }),
          quotation: Type.String({ maxLength: longestQuotation }),
        },
        closed,
      ),
      { maxItems: mostPoints },
    ),
  },
  closed,
)
type Said = Static<typeof Said>

const Envelope = Type.Object({
  choices: Type.Array(
    Type.Object({
      message: Type.Object({ content: Type.String() }),
      finish_reason: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    }),
    { minItems: 1 },
  ),
  usage: Type.Optional(Type.Union([Type.Object({ total_tokens: Type.Integer({ minimum: 0 }) }), Type.Null()])),
})
type Envelope = Static<typeof Envelope>

const ajv = new Ajv({ strict: true, strictTypes: false, allowUnionTypes: true })
/** Compiled with the first reply: most installations have no model. */
const isSaid = (value: unknown): value is Said => ajv.validate(Said, value)
const isEnvelope = (value: unknown): value is Envelope => ajv.validate(Envelope, value)

export type ReadReply = { kind: 'read'; credits: ModelCredit[] } | { kind: 'unusable'; code: string }

/** Undefined when the endpoint did not count. */
export function tokensIn(reply: unknown): number | undefined {
  return isEnvelope(reply) ? reply.usage?.total_tokens : undefined
}

/** Every point of the rubric exactly once and no other: half a reply is none. */
export function readReply(reply: unknown, points: ReadingTask['points']): ReadReply {
  if (!isEnvelope(reply)) return unusable('envelope')
  const [choice] = reply.choices
  if (choice?.finish_reason === 'length') return unusable('cut-off')
  if (choice?.finish_reason === 'content_filter') return unusable('filtered')
  const said = parsed(choice?.message.content ?? '')
  if (!isSaid(said)) return unusable('form')

  const ids = said.points.map(({ id }) => id)
  const isWhole = ids.length === points.length && points.every(({ id }) => ids.includes(id))
  if (!isWhole) return unusable('points')
  return { kind: 'read', credits: said.points.map(({ id, ...rest }) => ({ pointId: id, ...rest })) }
}

const unusable = (code: string): ReadReply => ({ kind: 'unusable', code: `reply-${code}` })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
