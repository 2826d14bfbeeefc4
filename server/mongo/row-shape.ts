/**
 * What mongoose checks when it makes a document, as a look at the row that is to be stored: defaults, required and unknown fields,
 * kinds of values, allowed words. It refuses what mongoose would have cast: TypeScript and the contracts leave nothing to cast.
 */
import mongoose, { type Schema, type SchemaType } from 'mongoose'

export type Fields = Record<string, unknown>

interface Field {
  name: string
  required: boolean
  fresh?: () => unknown
  /** Where a value does not fit and why; never the value. */
  faultOf: FaultOf
}

type FaultOf = (value: unknown, at: string) => string | undefined

export type Shape = ReadonlyMap<string, Field>

const optionsWeKnow = new Set(['type', 'required', 'default', 'enum', 'auto', '_id'])
/** Of a part nothing is filled in. */
const onlyAtTheTop = ['default', 'auto']

const kinds: Record<string, (value: unknown) => boolean> = {
  String: (value) => typeof value === 'string',
  Number: (value) => typeof value === 'number' && !Number.isNaN(value),
  Boolean: (value) => typeof value === 'boolean',
  Date: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  Buffer: (value) => value instanceof Uint8Array,
  ObjectId: (value) => value instanceof mongoose.Types.ObjectId,
  Mixed: () => true,
}

/** Throws for a schema that asks for more than rows have, so that nobody relies on what is not done. */
export function shapeOf(schema: Schema): Shape {
  const { timestamps, versionKey } = schema.options
  if (timestamps || versionKey !== false) throw new Error('rows have neither timestamps nor a version key')
  return fieldsOf(schema)
}

function partOf(schema: Schema): Shape {
  for (const [name, { options }] of Object.entries(schema.paths))
    if (onlyAtTheTop.some((option) => options[option])) throw new Error(`rows fill in nothing inside a part: ${name}`)
  return fieldsOf(schema)
}

function fieldsOf(schema: Schema): Shape {
  return new Map(Object.entries(schema.paths).map(([name, type]) => [name, fieldOf(name, type)]))
}

/** The row as it is stored. */
export function completed(shape: Shape, given: Fields): Fields {
  const row: Fields = {}
  if (shape.get('_id')?.fresh) row._id = given._id
  for (const [name, value] of Object.entries(given)) if (value !== undefined) row[name] = value
  fillDefaults(shape, row)
  const fault = faultIn(shape, row, '')
  if (fault) throw new Error(`a row cannot be stored: ${fault}`)
  return row
}

export function fillDefaults(shape: Shape, row: Fields): void {
  for (const { name, fresh } of shape.values()) if (fresh && row[name] === undefined) row[name] = fresh()
}

function faultIn(shape: Shape, row: Fields, at: string): string | undefined {
  const unknown = Object.keys(row).find((name) => !shape.has(name))
  if (unknown !== undefined) return `${at}${unknown} is not in its schema`
  for (const { name, required, faultOf } of shape.values()) {
    const value = row[name]
    const fault = isEmpty(value) ? required && `${at}${name} is missing` : faultOf(value, at + name)
    if (fault) return fault
  }
  return undefined
}

/** Nothing at all. Also what mongoose takes for nothing where something is required: no letters, no bytes. */
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (value instanceof Uint8Array && value.length === 0)

function fieldOf(name: string, type: SchemaType): Field {
  const { required, default: given } = type.options as { required?: unknown; default?: unknown }
  const more = Object.keys(type.options).find((option) => !optionsWeKnow.has(option))
  if (more) throw new Error(`rows do not know the option ${more} of ${name}`)
  if (name.includes('.') || typeof given === 'function') throw new Error(`rows cannot have ${name} like this`)
  const fresh = freshOf(type)
  return { name, required: required === true || name === '_id', ...(fresh && { fresh }), faultOf: faultsOf(type) }
}

/** An array is empty when nothing else is said, as mongoose has it. */
function freshOf({ instance, options }: SchemaType): (() => unknown) | undefined {
  if (options.auto) return () => new mongoose.Types.ObjectId()
  const { default: value } = options as { default?: unknown }
  if (Array.isArray(value) || (instance === 'Array' && !Object.hasOwn(options, 'default'))) return () => []
  return value === undefined ? undefined : () => value
}

function faultsOf(type: SchemaType): FaultOf {
  const { schema, embeddedSchemaType } = type as { schema?: Schema; embeddedSchemaType?: SchemaType }
  const ofOne = schema ? faultsInside(partOf(schema)) : undefined
  if (type.instance === 'Array') return faultsOfEach(ofOne ?? faultsOf(embeddedSchemaType!))
  return ofOne ?? faultsOfKind(type)
}

const faultsInside =
  (shape: Shape): FaultOf =>
  (value, at) =>
    typeof value === 'object' ? faultIn(shape, value as Fields, `${at}.`) : `${at} is not an object`

const faultsOfEach =
  (ofOne: FaultOf): FaultOf =>
  (value, at) => {
    if (!Array.isArray(value)) return `${at} is not a list`
    for (const one of value) {
      const fault = ofOne(one, at)
      if (fault) return fault
    }
    return undefined
  }

function faultsOfKind({ instance, options }: SchemaType): FaultOf {
  const fits = kinds[instance]
  if (!fits) throw new Error(`rows have no ${instance}`)
  const words = options.enum as readonly unknown[] | undefined
  return (value, at) => {
    if (!fits(value)) return `${at} is not of the kind ${instance}`
    return words && !words.includes(value) ? `${at} is none of the allowed words` : undefined
  }
}
