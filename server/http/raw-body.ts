/** A body as it was sent, bounded before it is whole, and as text only when it is UTF-8. */
import type { Context } from 'koa'
import { AppError } from '../errors.js'

type Incoming = Pick<Context, 'req' | 'request'>

/** Refuses with 413 as soon as it is too long, however long it would go on; with 415 what would have to be unpacked first. */
export async function rawBody(ctx: Incoming, mostBytes: number): Promise<Buffer> {
  const encoding = ctx.request.get('content-encoding')
  if (encoding !== '' && encoding !== 'identity') throw new AppError('packed-body', 415, 'packed body')
  if ((ctx.request.length ?? 0) > mostBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let bytes = 0
  // Who stops reading still has to answer: without this the connection would be gone
  for await (const chunk of ctx.req.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length
    if (bytes > mostBytes) throw tooLarge()
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

export const rawText = async (ctx: Incoming, mostBytes: number): Promise<string> => utf8(await rawBody(ctx, mostBytes))

export function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('not-utf8', 400, 'not UTF-8')
  }
}

const tooLarge = () => new AppError('too-large', 413, 'too large')
