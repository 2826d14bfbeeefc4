/**
 * SMS by an HTTP gateway of the house, as the bank's own contract with the carriers has it: one request a message, its form from the
 * configuration. Nothing is known of a duplicate check, so a lost answer stays unknown; only what surely did not arrive goes again.
 */
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import axios, { isAxiosError } from 'axios'
import type { SendOutcome, SmsMessenger, SmsTemplate } from '../../ports/messenger.js'
import { arrivedAfter, arrivedWithStatus } from '../json-call.js'
import { requestTimeoutSeconds } from './limits.js'

export interface GatewayOptions {
  url: string
  headers: Record<string, string>
  /** With {phone}, {text}, {template} and {id} where they belong; JSON when it begins with a brace, else a form. */
  body: string
  /** The whole text of each message, with our words in braces. */
  texts: Partial<Record<SmsTemplate, string>>
  /** What the reply says when the message was taken: a path into its JSON and the value there. Absent: any 2xx. */
  success?: { path: readonly string[]; value: string }
  newId: () => string
  timeoutSeconds?: number
}

const placeholder = /\{(\w+)\}/g

export function gatewaySms(options: GatewayOptions): SmsMessenger {
  const { url, texts, timeoutSeconds = requestTimeoutSeconds } = options
  const client = axios.create({
    httpAgent: new HttpAgent({ keepAlive: false }),
    httpsAgent: new HttpsAgent({ keepAlive: false }),
    maxRedirects: 0,
    responseType: 'text',
    transformResponse: (data: string) => data,
    validateStatus: () => true,
    ...(['localhost', '127.0.0.1'].includes(new URL(url).hostname) && { proxy: false as const }),
  })
  const wordsOf = (template: SmsTemplate) => {
    const text = texts[template]
    return text === undefined ? undefined : [...text.matchAll(placeholder)].map(([, word]) => word!)
  }

  return {
    wordsOf,

    async send({ phone, template, fields }) {
      const whole = texts[template]
      if (whole === undefined) return { kind: 'refused', reason: 'not-permitted', code: 'no-text' }
      const missing = wordsOf(template)!.find((word) => !fields[word])
      if (missing !== undefined) return { kind: 'refused', reason: 'content', code: `field-${missing}` }

      const text = filled(whole, (word) => onOneLine(fields[word]!))
      const { data, type } = bodyOf(options, { phone, text, template, id: options.newId() })
      const headers = { 'content-type': type, ...options.headers }
      try {
        const signal = AbortSignal.timeout(timeoutSeconds * 1000)
        const { status, data: reply } = await client.request<string>({ method: 'POST', url, data, headers, signal })
        return outcomeOf(options, status, reply)
      } catch (error) {
        const code = isAxiosError(error) ? (error.code ?? 'network') : 'network'
        return unheard(code === 'ERR_CANCELED' ? 'timeout' : code, arrivedAfter(code))
      }
    },
  }
}

const filled = (text: string, valueOf: (word: string) => string): string =>
  text.replace(placeholder, (_hole, word: string) => valueOf(word))

const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

function bodyOf({ body }: GatewayOptions, values: Record<string, string>): { data: string; type: string } {
  const isJson = body.trimStart().startsWith('{')
  const written = isJson ? (value: string) => JSON.stringify(value).slice(1, -1) : encodeURIComponent
  return {
    data: body.replace(placeholder, (hole, word: string) => (word in values ? written(values[word]!) : hole)),
    type: isJson ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded; charset=utf-8',
  }
}

function outcomeOf({ success }: GatewayOptions, status: number, reply: string): SendOutcome {
  if (status === 429 || status >= 500) return unheard(`http-${status}`, arrivedWithStatus(status))
  if (status < 200 || status > 299) return { kind: 'refused', reason: 'not-permitted', code: `http-${status}` }
  if (!success) return { kind: 'sent' }

  const said = valueAt(reply, success.path)
  if (said === undefined) return { kind: 'unknown', code: 'reply-unreadable' }
  return said === success.value ? { kind: 'sent' } : { kind: 'refused', reason: 'not-permitted', code: codeOf(said) }
}

function valueAt(reply: string, path: readonly string[]): string | undefined {
  try {
    const found = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], JSON.parse(reply))
    return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? `${found}` : undefined
  } catch {
    return undefined
  }
}

/** What a gateway says may repeat what it was sent; a code is short and has no blanks. */
const codeOf = (said: string): string => (/^[\w.-]{1,40}$/.test(said) ? `gateway-${said}` : 'gateway-refused')

const unheard = (code: string, arrived: 'no' | 'maybe'): SendOutcome =>
  arrived === 'no' ? { kind: 'try-later', code, afterMs: 1_000 } : { kind: 'unknown', code }
