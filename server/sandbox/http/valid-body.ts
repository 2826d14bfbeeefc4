/** Bodies of the sandbox's own API, checked by ajv. */
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Context } from 'koa'
import type { Static, TSchema } from 'typebox'
import { ApiError } from './api-error.js'

const ajv = new Ajv({ allErrors: true })
addFormats.default(ajv)
const compiled = new WeakMap<TSchema, ValidateFunction>()

export function validBody<Schema extends TSchema>(ctx: Context, schema: Schema): Static<Schema> {
  const validate = compiled.get(schema) ?? ajv.compile(schema)
  compiled.set(schema, validate)
  const body = jsonOf(ctx)
  if (validate(body)) return body as Static<Schema>

  throw new ApiError('invalid-input', 400, 'invalid input', {
    faults: (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'body'} ${message}`),
  })
}

/** Only JSON is taken, so that a form on a foreign page cannot post here. */
function jsonOf(ctx: Context): unknown {
  const text = (ctx.request as { rawBody?: string }).rawBody ?? ''
  if (text === '') return {}
  if (!ctx.is('json')) throw new ApiError('json-only', 415, 'send application/json')
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError('invalid-json', 400, 'the body is not valid JSON')
  }
}
