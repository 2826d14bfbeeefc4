/** An endpoint as OpenAI's for sound, on this machine: replies what a test tells it to, and keeps the forms that it was sent. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SentForm {
  path: string
  authorization: string | undefined
  fields: Record<string, string>
  file: { name: string; type: string; bytes: Buffer }
}

export type Answered = { status?: number; body: string } | 'hang' | 'reset'

export interface FakeTranscriber {
  baseUrl: string
  sent: SentForm[]
  behave(as: (form: SentForm) => Answered): void
  close(): Promise<void>
}

export async function fakeTranscriber(): Promise<FakeTranscriber> {
  const sent: SentForm[] = []
  let behaviour: (form: SentForm) => Answered = () => ({ status: 500, body: '{}' })
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      void formIn(Buffer.concat(chunks), request.headers['content-type'] ?? '').then((form) => {
        const one = { path: request.url ?? '', authorization: request.headers.authorization, ...form }
        sent.push(one)
        const said = behaviour(one)
        if (said === 'reset') return request.socket.destroy()
        if (said !== 'hang') reply.writeHead(said.status ?? 200, { 'content-type': 'application/json' }).end(said.body)
        return undefined
      })
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    sent,
    behave: (as) => void (behaviour = as),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Read by the platform's own parser, so that ours is held against another one's. */
async function formIn(body: Buffer, type: string): Promise<Pick<SentForm, 'fields' | 'file'>> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const file = form.get('file') as File
  return {
    fields: Object.fromEntries([...form].filter(([name]) => name !== 'file')) as Record<string, string>,
    file: { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) },
  }
}
