/** Reading one field of a webhook message, with WeCom's answers to what is missing or too long. */
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

  const tooLong = Buffer.byteLength(value) > (allowed.bytes ?? Infinity) || [...value].length > (allowed.characters ?? Infinity)
  if (tooLong) throw new PlatformError(40058, `${path} exceed max length ${allowed.bytes ?? allowed.characters}. invalid Request Parameter`)
  return value
}

export const child = (parent: unknown, key: string): unknown =>
  typeof parent === 'object' && parent !== null ? (parent as Record<string, unknown>)[key] : undefined
