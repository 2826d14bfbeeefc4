/** Values that are nearly what a contract asks for: enough to get past the first check, and seldom past the last. */
import fc from 'fast-check'
import type { TSchema } from 'typebox'

interface Schema {
  type?: string | readonly string[]
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: readonly Schema[]
  enum?: readonly unknown[]
  const?: unknown
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
}

const often = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) })

const words = fc.constantFrom(
  '王小明',
  '13800138000',
  'a@example.com',
  '2026-11-22T02:00:00Z',
  '2026-11-22',
  '2025-07',
  '5f0000000000000000000000',
  'teller',
  'zh',
  'A7K2',
  '\u0000',
  '\ud800',
  '__proto__',
  '<b>',
  '%00',
)

export function likeSchema(schema: TSchema): fc.Arbitrary<unknown> {
  return often(like(schema as Schema))
}

function like(schema: Schema): fc.Arbitrary<unknown> {
  if ('const' in schema) return often(fc.constant(schema.const))
  if (schema.enum) return often(fc.constantFrom(...schema.enum))
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(like))
  switch (schema.type) {
    case 'object':
      return record(schema.properties ?? {})
    case 'array':
      return often(fc.array(schema.items ? like(schema.items) : fc.jsonValue(), { maxLength: 4 }))
    case 'string':
      return text(schema)
    case 'integer':
      return often(fc.oneof(fc.integer(), fc.nat({ max: 100 })))
    case 'number':
      return often(fc.double())
    case 'boolean':
      return often(fc.boolean())
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

/** Sometimes a field is missing, sometimes there is one more. */
const record = (properties: Record<string, Schema>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.record(Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, like(one)])), {
        ...(Object.keys(properties).length > 0 && { requiredKeys: [] }),
      }),
      fc.option(fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 1 }), {
        freq: 12,
        nil: {},
      }),
    )
    .map(([known, more]) => ({ ...known, ...more }))

function text({ pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<unknown> {
  const plain = fc.oneof(
    words,
    fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)), unit: 'binary' }),
  )
  return often(pattern === undefined ? plain : fc.oneof(words, fc.stringMatching(matchable(pattern)), plain))
}

/** What the library cannot draw from is drawn from all texts. */
function matchable(pattern: string): RegExp {
  try {
    const expression = new RegExp(pattern)
    fc.stringMatching(expression)
    return expression
  } catch {
    return /^[a-z0-9]{1,8}$/
  }
}
