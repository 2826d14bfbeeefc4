/** A request as any program may send it: nothing is put right before it leaves. */
import { request as send } from 'node:http'
import type { ErrorReply } from '../../shared/contracts/errors.js'

export interface Reply {
  status: number
  code: string
  message: string
  details: unknown
  headers: Record<string, unknown>
}

interface Raw {
  method?: string
  token?: string
  body?: string | object
  headers?: Record<string, string>
}

export async function raw(url: string, { method = 'POST', token, body, headers = {} }: Raw = {}): Promise<Reply> {
  const text = typeof body === 'object' ? JSON.stringify(body) : body
  const all = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers }
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers: all, agent: false }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('end', () =>
        resolve({ status: reply.statusCode!, headers: reply.headers, ...errorIn(Buffer.concat(chunks).toString()) }),
      )
    })
    request.on('error', reject)
    request.end(text)
  })
}

function errorIn(text: string): Pick<Reply, 'code' | 'message' | 'details'> {
  const { error } = (text ? JSON.parse(text) : {}) as Partial<ErrorReply>
  return { code: error?.code ?? '', message: error?.message ?? '', details: error?.details }
}
