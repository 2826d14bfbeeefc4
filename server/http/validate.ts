/** Every boundary is checked here against the shared contracts; a fault says where and what is allowed, never the value. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { Context } from 'koa'
import type { Static, TSchema } from 'typebox'
import { invalidInput, type InputFault } from '../errors.js'
import { addStrictFormats } from '../strict-formats.js'

interface Checker {
  ajv: Ajv
  compiled: WeakMap<TSchema, ValidateFunction>
}

const checker = (allErrors: boolean): Checker => {
  const ajv = new Ajv({ allErrors, strict: true, strictTypes: false, allowUnionTypes: true })
  addStrictFormats(ajv)
  return { ajv, compiled: new WeakMap() }
}

/** Everybody but staff is told the first fault only: looking for all of them is work that a hostile body multiplies. */
const [firstFault, allFaults] = [checker(false), checker(true)]
const mostFaults = 20
const longestName = 60

export function checked<Schema extends TSchema>(
  schema: Schema,
  value: unknown,
  by: Checker = firstFault,
): Static<Schema> {
  const validate = by.compiled.get(schema) ?? compile(by, schema)
  if (validate(value)) return value as Static<Schema>

  throw invalidInput((validate.errors ?? []).slice(0, mostFaults).map(toFault))
}

/** For what staff brings in: each of its faults is told. */
export const checkedWhole = <Schema extends TSchema>(schema: Schema, value: unknown): Static<Schema> =>
  checked(schema, value, allFaults)

const checkerFor = (ctx: Context) => (ctx.state.staff ? allFaults : firstFault)

/** `spelled`: what is put into one form before it is checked. */
export const validBody = <Schema extends TSchema>(
  ctx: Context,
  schema: Schema,
  spelled: (body: unknown) => unknown = (body) => body,
): Static<Schema> => checked(schema, spelled((ctx.request as { body?: unknown }).body ?? {}), checkerFor(ctx))

export const validParams = <Schema extends TSchema>(
  ctx: Context & { params?: unknown },
  schema: Schema,
): Static<Schema> => checked(schema, ctx.params, checkerFor(ctx))

export const validQuery = <Schema extends TSchema>(ctx: Context, schema: Schema): Static<Schema> =>
  checked(schema, { ...ctx.query }, checkerFor(ctx))

function compile({ ajv, compiled }: Checker, schema: TSchema): ValidateFunction {
  const validate = ajv.compile(schema)
  compiled.set(schema, validate)
  return validate
}

function toFault({ instancePath, keyword, params }: ErrorObject): InputFault {
  const path = instancePath.split('/').slice(1)
  if (keyword === 'required') path.push(String(params.missingProperty))
  if (keyword === 'additionalProperties') path.push(String(params.additionalProperty).slice(0, longestName))
  const allowed = allowedBy(keyword, params as Record<string, unknown>)

  return {
    at: path.join('.') || 'body',
    rule: keyword === 'additionalProperties' ? 'unknown-field' : keyword,
    ...(allowed !== undefined && { allowed }),
  }
}

function allowedBy(keyword: string, params: Record<string, unknown>): unknown {
  switch (keyword) {
    case 'enum':
      return params.allowedValues
    case 'type':
      return params.type
    case 'format':
      return params.format
    case 'pattern':
      return params.pattern
    case 'required':
    case 'additionalProperties':
      return undefined
    default:
      return params.limit
  }
}
