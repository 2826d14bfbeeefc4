import { base, personId } from '../phone/address.js'
import { isOnline, onBackground, onNetwork, phone } from '../phone/state.js'
import { api, WxFailure, type WxOptions } from './api.js'
import { inQueue } from './request-queue.js'
import { checkAddress, checkMethod } from './request-rules.js'

interface RequestOptions extends WxOptions {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  timeout?: number
  dataType?: string
  responseType?: 'text' | 'arraybuffer'
}

const DEFAULT_TIMEOUT_MS = 60_000
/** docs: 网络 › 使用限制: five seconds after the mini-program went to the background its requests end */
const BACKGROUND_GRACE_MS = 5000

const OFFLINE = new WxFailure('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', {
  errno: 600001,
})
const REFUSED = new WxFailure('errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED', {
  errno: 600001,
})
const TIMEOUT = new WxFailure('timeout', { errno: 5 })
const INTERRUPTED = new WxFailure('interrupted', { errno: 600003 })
const ABORTED = new WxFailure('abort')

const active = new Set<AbortController>()

export function request(options: RequestOptions) {
  const controller = new AbortController()
  const promise = api<RequestOptions>('request', (given) => send(given, controller))(options)
  const task = {
    abort: () => controller.abort(ABORTED),
    onHeadersReceived() {},
    offHeadersReceived() {},
    onChunkReceived() {},
    offChunkReceived() {},
  }
  return promise ? Object.assign(promise, task) : task
}

/** Flight mode and the background end what is under way. */
export function interruptRequests(): void {
  let timer = 0
  onNetwork((isConnected) => {
    if (!isConnected) abortAll(OFFLINE)
  })
  onBackground((isInBackground) => {
    clearTimeout(timer)
    if (isInBackground) timer = window.setTimeout(() => abortAll(INTERRUPTED), BACKGROUND_GRACE_MS)
  })
}

const abortAll = (reason: WxFailure) => active.forEach((controller) => controller.abort(reason))

async function send(options: RequestOptions, controller: AbortController) {
  const url = checkAddress(options.url)
  const method = checkMethod(options.method ?? 'GET')
  if (phone.isInBackground) throw INTERRUPTED
  if (!isOnline()) throw OFFLINE

  const timer = setTimeout(() => controller.abort(TIMEOUT), options.timeout ?? DEFAULT_TIMEOUT_MS)
  active.add(controller)
  try {
    return await inQueue(controller.signal, () => exchange(url, method, options, controller.signal))
  } catch (cause) {
    throw controller.signal.aborted ? controller.signal.reason : cause instanceof TypeError ? networkFailure() : cause
  } finally {
    clearTimeout(timer)
    active.delete(controller)
  }
}

const networkFailure = () => (isOnline() ? REFUSED : OFFLINE)

async function exchange(url: URL, method: string, options: RequestOptions, signal: AbortSignal) {
  const headers = headersOf(options)
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(options.data, headers['content-type'])
  if (method === 'GET' && isRecord(options.data)) addQuery(url, options.data)
  // the host must know whose flight mode counts; the proxy keeps it from the server
  const response = await fetch(`${base}__proxy/${url.href}`, {
    method,
    headers: { ...headers, 'x-phone-person': personId },
    body,
    signal,
  })
  if (response.headers.has('x-phone-proxy-error')) throw networkFailure()
  return {
    data: await dataOf(response, options),
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    cookies: [],
  }
}

function headersOf({ header = {} }: RequestOptions): Record<string, string> {
  const lower = Object.entries(header).map(([name, value]) => [name.toLowerCase(), value])
  return { 'content-type': 'application/json', ...(Object.fromEntries(lower) as Record<string, string>) }
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !(data instanceof ArrayBuffer)

function addQuery(url: URL, data: Record<string, unknown>) {
  for (const [name, value] of Object.entries(data)) url.searchParams.append(name, String(value))
}

function bodyOf(data: unknown, contentType = '') {
  if (data === undefined || data === null) return null
  if (!isRecord(data)) return data as BodyInit
  if (contentType.includes('urlencoded')) return String(new URLSearchParams(data as Record<string, string>))
  return JSON.stringify(data)
}

async function dataOf(response: Response, { responseType, dataType = 'json' }: RequestOptions): Promise<unknown> {
  if (responseType === 'arraybuffer') return await response.arrayBuffer()
  const text = await response.text()
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text // WeChat leaves what is no JSON as text
  }
}
