/** Reading one field of a message, with WeCom's errors for what is missing or too long. */
import { PlatformError } from '../core/platform-error.js'

interface Allowed {
  bytes?: number
  characters?: number
  optional?: boolean
}

/** `path` is what the error names, e.g. `markdown.content`. */
export function textField(body: unknown, path: string, allowed: Allowed): string {
  const value = path.split('.').reduce<unknown>(child, body)
  if (value === undefined && allowed.optional) return ''
  if (typeof value !== 'string' || value.trim() === '') throw new PlatformError(93017, `${path} is empty`)

  const exceeds =
    Buffer.byteLength(value) > (allowed.bytes ?? Infinity) || [...value].length > (allowed.characters ?? Infinity)
  if (exceeds) throw tooLong(path, allowed.bytes ?? allowed.characters)
  return value
}

export const child = (parent: unknown, key: string): unknown =>
  typeof parent === 'object' && parent !== null ? (parent as Record<string, unknown>)[key] : undefined

export const tooLong = (path: string, most: number | undefined): PlatformError =>
  new PlatformError(40058, `${path} exceed max length ${most}. invalid Request Parameter`)

/** A list with so many entries; absent counts as empty. */
export function listOf(parent: unknown, key: string, { from, to }: { from: number; to: number }): unknown[] {
  const list = child(parent, key) ?? []
  if (!Array.isArray(list) || list.length < from || list.length > to)
    throw new PlatformError(40058, `${key} size out of limit. invalid Request Parameter`)
  return list
}
