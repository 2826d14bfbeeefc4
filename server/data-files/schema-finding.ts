/** Says in a person's words what ajv found. */
import type { ErrorObject } from 'ajv'
import type { Bilingual } from '../../shared/contracts/text.js'
import type { Finding, Path } from './file-problem.js'
import { texts } from './texts/index.js'

/** What ajv says about a rule, as text. */
type Params = Record<string, string>
type Said = Pick<Finding, 'message' | 'fix' | 'code' | 'limit'>
type Limit = 'atLeast' | 'moreThan' | 'atMost' | 'tooShort' | 'tooLong' | 'tooFew' | 'tooMany'

const limited =
  (code: Limit) =>
  (where: Bilingual, { limit = '' }: Params): Said => ({
    code,
    limit,
    message: texts[code].message(where, limit),
    fix: texts[code].fix,
  })

const sayings: Record<string, (where: Bilingual, params: Params) => Said> = {
  required: (where, { missingProperty = '' }) => ({
    code: 'required',
    ...texts.required,
    message: texts.required.message(where, missingProperty),
  }),
  additionalProperties: (_where, { additionalProperty = '' }) => ({
    code: 'unknown',
    ...texts.unknown,
    message: texts.unknown.message(additionalProperty),
  }),
  type: (where, { type = '' }) => ({
    code: 'type',
    ...texts.type,
    message: texts.type.message(where, typeNames[type] ?? type),
  }),
  enum: (where, { allowedValues = '' }) => ({
    code: 'oneOf',
    message: texts.oneOf.message(where),
    fix: texts.oneOf.fix(allowedValues),
  }),
  const: (where, { allowedValue = '' }) => ({
    code: 'constant',
    ...texts.constant,
    message: texts.constant.message(where, allowedValue),
  }),
  minimum: limited('atLeast'),
  exclusiveMinimum: limited('moreThan'),
  maximum: limited('atMost'),
  minLength: limited('tooShort'),
  maxLength: limited('tooLong'),
  minItems: limited('tooFew'),
  maxItems: limited('tooMany'),
  uniqueItems: (where) => ({ code: 'repeated', ...texts.repeated, message: texts.repeated.message(where) }),
  pattern: (where, { pattern = '' }) => ({
    code: 'pattern',
    message: texts.pattern.message(where),
    fix: texts.pattern.fix(pattern),
  }),
  format: (where, { format = '' }) => ({
    code: 'format',
    ...texts.format,
    message: texts.format.message(where, format),
  }),
}

const typeNames: Readonly<Record<string, Bilingual>> = texts.types

export function schemaFinding({ keyword, params, instancePath, message }: ErrorObject): Finding {
  const path = pathOf(instancePath)
  const saying = sayings[keyword]
  if (!saying) return { at: path, message: texts.otherRule(String(message)), fix: texts.noAdvice }

  const given = textsOf(params)
  const said = saying(nameOf(path), given)
  if (keyword === 'additionalProperties') return { at: [...path, given.additionalProperty ?? ''], atKey: true, ...said }
  return { at: keyword === 'required' ? [...path, given.missingProperty ?? ''] : path, ...said }
}

function textsOf(params: Record<string, unknown>): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
  )
}

function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The last name on the way, so that the sentence has a subject. */
function nameOf(path: Path): Bilingual {
  const name = path.findLast((part) => !/^\d+$/.test(String(part)))
  return name === undefined ? texts.wholeFile : texts.named(String(name))
}
