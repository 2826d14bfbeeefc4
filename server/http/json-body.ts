/**
 * JSON is parsed only for a caller who is known, and in bounds that are counted before any parser runs: 1.2 MB of brackets take
 * JSON.parse seconds. A route without session asks for its small body itself, behind its limit.
 */
import type { Context, Middleware } from 'koa'
import { AppError } from '../errors.js'
import { rawBody, utf8 } from './raw-body.js'

interface Bounds {
  mostBytes: number
  /** Values and lists: thousands of unknown names take the check after the parser longer than the parser. */
  mostParts: number
}

const kilobyte = 1024
const usual: Bounds = { mostBytes: 64 * kilobyte, mostParts: 2000 }
/** A résumé may be longer than any other body (settled: limits). */
const resumePath = '/api/candidate/applications'
const resume: Bounds = { mostBytes: 256 * kilobyte, mostParts: 2000 }
/** A question bank is the longest text that people edit here. */
const filesPath = '/api/staff/files/'
const file: Bounds = { mostBytes: 1200 * kilobyte, mostParts: 20_000 }
/** A file in base64, and few words about it. */
const writtenTestsPath = '/api/staff/written-tests'
const writtenTest: Bounds = { mostBytes: 1400 * kilobyte, mostParts: 100 }
const applicantsPath = '/api/staff/applicant-imports'
const applicants: Bounds = { mostBytes: 5500 * kilobyte, mostParts: 200 }
const anonymous: Bounds = { mostBytes: 4 * kilobyte, mostParts: 100 }

/** Far above every contract of ours: the largest résumé has 200 values on 4 levels. */
const mostLevels = 32

/** After the sessions: an address of candidates needs a candidate's, any other a member's. Without one the route refuses. */
export const jsonBody: Middleware = async (ctx, next) => {
  const caller: unknown = ctx.path.startsWith('/api/candidate/') ? ctx.state.candidate : ctx.state.staff
  if (caller) await keepBody(ctx, boundsOf(ctx.path))
  await next()
}

export const anonymousJsonBody: Middleware = async (ctx, next) => {
  await keepBody(ctx, anonymous)
  await next()
}

function boundsOf(path: string): Bounds {
  if (path.startsWith(filesPath)) return file
  if (path.startsWith(writtenTestsPath)) return writtenTest
  if (path.startsWith(applicantsPath)) return applicants
  return path === resumePath ? resume : usual
}

async function keepBody(ctx: Context, bounds: Bounds): Promise<void> {
  if (!ctx.request.is('json')) return
  const bytes = await rawBody(ctx, bounds.mostBytes)
  if (bytes.length > 0) (ctx.request as { body?: unknown }).body = parsed(bytes, bounds)
}

function parsed(bytes: Buffer, { mostParts }: Bounds): unknown {
  if (isTooComplex(bytes, mostParts)) throw new AppError('too-complex', 400, 'too complex', { mostLevels, mostParts })
  const value = parse(utf8(bytes))
  if (typeof value !== 'object' || value === null) throw brokenJson()
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw brokenJson()
  }
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const [opened, closed] = [new Set([0x5b, 0x7b]), new Set([0x5d, 0x7d])]

/** One look at the bytes: all that JSON is built of are ASCII characters, which UTF-8 uses for nothing else. */
function isTooComplex(bytes: Buffer, mostParts: number): boolean {
  let [level, parts, inText] = [0, 0, false]
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!
    if (inText) {
      if (byte === backslash) at += 1
      else if (byte === quote) inText = false
      continue
    }
    if (byte === quote) inText = true
    else if (closed.has(byte)) level -= 1
    else if (byte === comma || opened.has(byte)) parts += 1
    if (opened.has(byte)) level += 1
    if (level > mostLevels || parts > mostParts) return true
  }
  return false
}

const brokenJson = () => new AppError('broken-json', 400, 'broken JSON')
