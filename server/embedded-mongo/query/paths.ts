import { badValue } from '../errors.js'

/** Splits a dotted path. Refuses what could reach outside the document: `__proto__` is no field here. */
export function parsePath(path: string): string[] {
  const parts = path.split('.')
  if (parts.includes('__proto__')) throw badValue(`The path '${path}' is not allowed`)
  return parts
}
