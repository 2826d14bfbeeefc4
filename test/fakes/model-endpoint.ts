/** An endpoint as OpenAI's, on this machine: replies what a test tells it to, and keeps what it was asked. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface AskedOfModel {
  path: string
  authorization: string | undefined
  text: string
  body: { messages: { role: string; content: string }[] } & Record<string, unknown>
  /** What the task says. */
  task: { question: object; rubric: { id: string }[]; answer: string }
}

interface Reply {
  status?: number
  body: string
}
export type Behaviour = (asked: AskedOfModel) => Reply | 'hang' | 'reset'

export interface FakeModel {
  baseUrl: string
  asked: AskedOfModel[]
  behave(as: Behaviour): void
  close(): Promise<void>
}

export async function fakeModel(): Promise<FakeModel> {
  const asked: AskedOfModel[] = []
  let behaviour: Behaviour = () => ({ status: 500, body: '{}' })
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const body = JSON.parse(text) as AskedOfModel['body']
      const one = {
        path: request.url ?? '',
        authorization: request.headers.authorization,
        text,
        body,
        task: taskIn(body),
      }
      asked.push(one)
      const said = behaviour(one)
      if (said === 'reset') return request.socket.destroy()
      if (said !== 'hang') reply.writeHead(said.status ?? 200, { 'content-type': 'application/json' }).end(said.body)
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave: (as) => void (behaviour = as),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function taskIn({ messages }: AskedOfModel['body']): AskedOfModel['task'] {
  const [, data = '{}'] = /^<task>\n(.*)\n<\/task>$/s.exec(messages.at(-1)?.content ?? '') ?? []
  return JSON.parse(data) as AskedOfModel['task']
}

export interface SaidOfPoint {
  id: string
  credit: number
  quotation: string
}

/** As a model that keeps to the form replies. */
export const saying = (points: readonly SaidOfPoint[], tokens = 500): Reply =>
  enveloped(JSON.stringify({ points }), tokens)

export const enveloped = (content: string, tokens = 500, finish_reason = 'stop'): Reply => ({
  body: JSON.stringify({
    choices: [{ message: { role: 'assistant', content }, finish_reason }],
    usage: { total_tokens: tokens },
  }),
})

/** The same credit for every point, each with the same words. */
export const allPoints =
  (credit: number, quotationIn: (answer: string) => string): Behaviour =>
  ({ task }) =>
    saying(task.rubric.map(({ id }) => ({ id, credit, quotation: quotationIn(task.answer) })))
