/**
 * One HTTP call to a platform, JSON in and out. A failure says the only thing that decides about sending again: can it have
 * arrived? Nothing of the request is kept in an error, because URLs carry tokens and keys.
 */
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import axios, { isAxiosError } from 'axios'

export interface JsonCall {
  method: 'GET' | 'POST'
  path: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: unknown
  signal: AbortSignal
}

/** `no`: it never reached the platform. `maybe`: it left this machine and the answer was lost. */
export type Arrived = 'no' | 'maybe'

export class CallFailed extends Error {
  constructor(
    readonly code: string,
    readonly arrived: Arrived,
  ) {
    super(`call failed: ${code}`)
    this.name = 'CallFailed'
  }
}

/** Errors of the connection itself, before a byte of the request was written. */
const neverLeft: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]
/** A gateway that says so has not passed the request on. */
const notPassedOn: readonly number[] = [429, 503]

export const arrivedAfter = (code: string): Arrived => (neverLeft.includes(code) ? 'no' : 'maybe')
export const arrivedWithStatus = (status: number): Arrived =>
  status < 500 || notPassedOn.includes(status) ? 'no' : 'maybe'

/** `mostBytes`: of a reply. */
export function jsonCaller(
  baseUrl: string,
  { mostBytes }: { mostBytes?: number } = {},
): (call: JsonCall) => Promise<Record<string, unknown>> {
  const client = axios.create({
    baseURL: baseUrl,
    ...(mostBytes !== undefined && { maxContentLength: mostBytes }),
    // A kept connection may be closed by the other side just as we write: that reset would leave a message's fate unknown.
    httpAgent: new HttpAgent({ keepAlive: false }),
    httpsAgent: new HttpsAgent({ keepAlive: false }),
    maxRedirects: 0,
    ...(isThisMachine(baseUrl) && { proxy: false as const }),
  })

  return async ({ method, path, query, headers, body, signal }) => {
    const reply = await client
      .request<unknown>({
        method,
        url: path,
        params: query,
        ...(headers && { headers }),
        data: body,
        signal,
        validateStatus: () => true,
      })
      .catch((error: unknown) => {
        throw lost(error)
      })
    if (reply.status < 200 || reply.status > 299)
      throw new CallFailed(`http-${reply.status}`, arrivedWithStatus(reply.status))
    if (typeof reply.data !== 'object' || reply.data === null) throw new CallFailed('not-json', 'maybe')

    return reply.data as Record<string, unknown>
  }
}

function isThisMachine(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}

function lost(error: unknown): CallFailed {
  const code = isAxiosError(error) ? (error.code ?? 'network') : 'network'
  if (code === 'ERR_CANCELED' || code === 'ECONNABORTED') return new CallFailed('timeout', 'maybe')
  return new CallFailed(code, arrivedAfter(code))
}
