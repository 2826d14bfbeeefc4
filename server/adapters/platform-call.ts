/**
 * A call to WeCom's or WeChat's server API: both answer HTTP 200 with an `errcode`, and only the code decides (90313).
 * What a code means stands in a table of each platform; what is done about it stands here.
 */
import {
  DelegateBackoff,
  TimeoutStrategy,
  handleWhen,
  retry,
  timeout,
  wrap,
  type IRetryBackoffContext,
} from 'cockatiel'
import { CallFailed, jsonCaller, type Arrived, type JsonCall } from './json-call.js'

/** `busy`: again in a moment · `throttled`: after the window · `token`: with a fresh token · anything else: never by itself. */
interface ErrorRow {
  kind: string
  codes?: readonly number[]
  /** Both ends included. */
  ranges?: readonly (readonly [number, number])[]
  /** How long a throttled caller stays away. */
  afterMs?: number
}
export type ErrorTable = readonly ErrorRow[]

interface Fault {
  platform: string
  errcode: number | string
  kind: string
  arrived: Arrived
  afterMs?: number
  from?: string
}

/** A platform said no, or could not be heard. Carries codes only: errmsg repeats values, URLs carry tokens. */
export class PlatformError extends Error {
  readonly platform: string
  readonly errcode: number | string
  readonly kind: string
  readonly arrived: Arrived
  /** Wait at least so long before the same is sent again. */
  readonly afterMs: number
  /** Our own address as the platform saw it, when that is what it refused. */
  readonly from: string | undefined

  constructor({ platform, errcode, kind, arrived, afterMs, from }: Fault) {
    super(`${platform} answered ${errcode} (${kind})`)
    this.name = 'PlatformError'
    this.platform = platform
    this.errcode = errcode
    this.kind = kind
    this.arrived = arrived
    this.afterMs = afterMs ?? 1_000
    this.from = from
  }

  /** Nothing arrived and nothing forbids it: the same may be sent again later. */
  get retryable(): boolean {
    return this.arrived === 'no' && ['busy', 'throttled', 'token', 'network'].includes(this.kind)
  }
}

export type PlatformCall = Omit<JsonCall, 'signal'> & {
  /** Harmless when it happens twice, so a lost answer is simply asked for again. */
  repeatable?: boolean
}
export type CallPlatform = (call: PlatformCall) => Promise<Record<string, unknown>>

interface Caller {
  platform: string
  baseUrl: string
  errors: ErrorTable
  random: () => number
  timeoutMs?: number
  /** First pause between tries; it doubles. */
  pauseMs?: number
}

const retries = 2

export function platformCaller({
  platform,
  baseUrl,
  errors,
  random,
  timeoutMs = 5_000,
  pauseMs = 200,
}: Caller): CallPlatform {
  const call = jsonCaller(baseUrl)
  const patience = timeout(timeoutMs, { strategy: TimeoutStrategy.Cooperative, abortOnReturn: false })
  const backoff = new DelegateBackoff<IRetryBackoffContext<unknown>>(
    ({ attempt }) => pauseMs * 2 ** (attempt - 1) * (0.5 + random()),
  )

  async function once(request: PlatformCall, signal: AbortSignal): Promise<Record<string, unknown>> {
    const { repeatable: _, ...plain } = request
    const reply = await call({ ...plain, signal }).catch((error: unknown) => {
      throw unheard(platform, error)
    })
    const { errcode = 0, errmsg } = reply as { errcode?: number; errmsg?: unknown }
    if (errcode === 0) return reply
    throw refusal(platform, errors, { errcode, from: addressIn(errmsg) })
  }

  return (request) => {
    const again = retry(
      handleWhen((error) => mayRepeat(error, request)),
      { maxAttempts: retries, backoff },
    )
    // A signal of its own: the library's shared one is taken for a leak as soon as eleven calls are under way.
    return wrap(again, patience).execute(({ signal }) => once(request, signal), new AbortController().signal)
  }
}

function kindOf(errors: ErrorTable, errcode: number): ErrorRow | undefined {
  return errors.find(
    ({ codes = [], ranges = [] }) =>
      codes.includes(errcode) || ranges.some(([from, to]) => errcode >= from && errcode <= to),
  )
}

function mayRepeat(error: Error, request: PlatformCall): boolean {
  if (!(error instanceof PlatformError)) return false
  return error.kind === 'busy' || (request.repeatable === true && error.kind === 'network')
}

/** Of 60020 (WeCom) and 40164 (WeChat); nothing else of what a platform writes is kept. */
const addressIn = (errmsg: unknown): string | undefined =>
  /(?:from|invalid) ip:? ([\da-f.:]{3,45})/.exec(typeof errmsg === 'string' ? errmsg : '')?.[1]

function refusal(
  platform: string,
  errors: ErrorTable,
  { errcode, from }: { errcode: number; from: string | undefined },
): PlatformError {
  const row = kindOf(errors, errcode)
  return new PlatformError({
    platform,
    errcode,
    kind: row?.kind ?? 'unlisted',
    arrived: 'no',
    ...(row?.afterMs !== undefined && { afterMs: row.afterMs }),
    ...(from !== undefined && { from }),
  })
}

function unheard(platform: string, error: unknown): PlatformError {
  const { code, arrived } = error instanceof CallFailed ? error : new CallFailed('network', 'maybe')
  return new PlatformError({ platform, errcode: code, kind: 'network', arrived })
}
