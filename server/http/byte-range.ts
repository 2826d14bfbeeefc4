/** A part of what is served (RFC 9110, 14): one range of bytes. What asks for several, or in another unit, gets all of it. */
import type { Context } from 'koa'
import { AppError } from '../errors.js'

/** Both ends included. */
export interface ByteRange {
  first: number
  last: number
}

/** Undefined: all of it. Nothing here carries a validator, so whoever asks on a condition gets all of it too. */
export function rangeIn(ctx: Pick<Context, 'get' | 'set'>, bytes: number): ByteRange | undefined {
  if (ctx.get('if-range') !== '') return undefined
  const range = readRange(ctx.get('range'), bytes)
  if (range !== 'beyond') return range
  ctx.set('content-range', `bytes */${bytes}`)
  throw new AppError('range-beyond', 416, 'range beyond the end')
}

export function readRange(header: string, bytes: number): ByteRange | 'beyond' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header) ?? []
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from)
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  if (from !== '' && to !== '' && Number(to) < first) return undefined
  return first > last ? 'beyond' : { first, last }
}
