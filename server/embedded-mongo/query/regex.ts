/** Regular expressions of a filter. JavaScript's are used for MongoDB's PCRE; what the two read differently is refused. */
import { BSONRegExp } from 'bson'
import { bsonType } from '../doc.js'
import { badValue, MongoError, notHere } from '../errors.js'

export function isRegex(value: unknown): value is BSONRegExp {
  return bsonType(value) === 'BSONRegExp'
}

/** `i`, `m` and `s` mean the same in both; `u` is always on, because its grammar rejects the escapes JavaScript would misread. */
export function toRegExp(pattern: unknown, options?: unknown): RegExp {
  const source = isRegex(pattern) ? pattern.pattern : pattern
  const flags = options ?? (isRegex(pattern) ? pattern.options : '')
  if (typeof source !== 'string') throw badValue('$regex has to be a string')
  if (typeof flags !== 'string') throw badValue('$options has to be a string')
  if (/[^imsux]/.test(flags)) throw new MongoError('Location51091', `invalid flag in regex options: ${flags}`)
  if (flags.includes('x')) throw notHere('the regex option x')
  try {
    return new RegExp(source, `u${flags.replace(/[^ims]/g, '')}`)
  } catch {
    throw new MongoError('Location51091', `Regular expression is invalid: ${source}`)
  }
}

export function regexTest(pattern: unknown, options?: unknown): (value: string) => boolean {
  const regExp = toRegExp(pattern, options)
  return (value) => regExp.test(value)
}

/** The text every match begins with, for a range on an index; undefined when there is none. */
export function fixedStart(pattern: unknown, options?: unknown): string | undefined {
  const { source, flags } = toRegExp(pattern, options)
  if (flags.includes('i') || flags.includes('m') || source.includes('|')) return undefined
  const start = /^\^([\p{L}\p{N} _:@-]+)/u.exec(source)?.[1]
  if (!start) return undefined
  const optional = /^[*?{]/.test(source.slice(start.length + 1))
  const certain = optional ? [...start].slice(0, -1).join('') : start
  return certain === '' ? undefined : certain
}
