/** Reads the arguments of a command and refuses what is unknown, as MongoDB's own parser does. */
import { bsonType, isPlain, type Doc } from '../doc.js'
import { MongoError, notHere } from '../errors.js'

/** Any command may carry these. A standalone server without replication treats every level of concern alike. */
const generic = [
  '$db',
  'lsid',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'comment',
  'maxTimeMS',
  '$clusterTime',
]
const transactional = ['txnNumber', 'autocommit', 'startTransaction']
/** Known to MongoDB, left out here on purpose. */
const leftOut = [
  'collation',
  'hint',
  'let',
  'explain',
  'tailable',
  'awaitData',
  'min',
  'max',
  'returnKey',
  'showRecordId',
]

export function checkArguments(command: Doc, known: readonly string[]): void {
  const name = Object.keys(command)[0] ?? ''
  for (const key of Object.keys(command)) {
    if (key === name || known.includes(key) || generic.includes(key)) continue
    if (transactional.includes(key))
      throw new MongoError('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos')
    throw unknownField(name, key)
  }
  checkConcerns(command)
}

/** The same for a statement inside a command. */
export function checkStatement(name: string, statement: Doc, known: readonly string[]): void {
  const unknown = Object.keys(statement).find((key) => !known.includes(key))
  if (unknown) throw unknownField(name, unknown)
}

function unknownField(name: string, key: string): MongoError {
  if (leftOut.includes(key)) return notHere(`the option ${key} of ${name}`)
  return new MongoError('Location40415', `BSON field '${name}.${key}' is an unknown field.`)
}

function checkConcerns({ readConcern, writeConcern }: Doc): void {
  const level = isPlain(readConcern) ? readConcern.level : undefined
  if (level === 'snapshot' || level === 'linearizable') {
    throw new MongoError('NotAReplicaSet', `node needs to be a replica set member to use read concern ${level}`)
  }
  const acknowledged = isPlain(writeConcern) ? writeConcern.w : undefined
  if (typeof acknowledged === 'number' && acknowledged > 1) {
    throw new MongoError('BadValue', "cannot use 'w' > 1 when a host is not replicated")
  }
}

export function documentOf(value: unknown, field: string): Doc {
  if (value === undefined) return {}
  if (!isPlain(value))
    throw new MongoError('TypeMismatch', `BSON field '${field}' is the wrong type, expected type 'object'`)
  return value
}

export function documentsOf(value: unknown, field: string): Doc[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new MongoError('BadValue', `BSON field '${field}' must be a nonempty array`)
  return value.map((item) => documentOf(item, field))
}

export function integerOf(value: unknown, field: string, otherwise = 0): number {
  if (value === undefined || value === null) return otherwise
  const number = bsonType(value) === 'Long' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number)) {
    throw new MongoError('TypeMismatch', `BSON field '${field}' is the wrong type, expected an integer`)
  }
  return number
}

export function countOf(value: unknown, field: string): number {
  const number = integerOf(value, field)
  if (number < 0) throw new MongoError('BadValue', `BSON field '${field}' must be at least 0`)
  return number
}

/** The collection a command names as its first value. */
export function namespaceOf(command: Doc): string {
  const name = Object.values(command)[0]
  if (typeof name !== 'string' || name === '')
    throw new MongoError('InvalidNamespace', 'collection name has invalid type or is empty')
  return `${databaseOf(command)}.${name}`
}

export function databaseOf({ $db }: Doc): string {
  if (typeof $db !== 'string') throw new MongoError('Location40414', "BSON field '$db' is missing but a required field")
  return $db
}

/** On performance.now()'s clock. */
export function deadlineOf({ maxTimeMS }: Doc): number | undefined {
  const limit = countOf(maxTimeMS, 'maxTimeMS')
  return limit === 0 ? undefined : performance.now() + limit
}
