/** A body that is not JSON, as text, for the one route that takes such a body. */
import type { Context } from 'koa'
import { AppError } from '../errors.js'

/** Refuses with 413 as soon as it is too long, however long it would go on. */
export async function rawText(ctx: Pick<Context, 'req' | 'request'>, mostBytes: number): Promise<string> {
  if ((ctx.request.length ?? 0) > mostBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of ctx.req) {
    bytes += (chunk as Buffer).length
    if (bytes > mostBytes) throw tooLarge()
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const tooLarge = () => new AppError('too-large', 413, 'too large')
