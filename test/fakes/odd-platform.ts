/** A server of a few lines that says whatever a test wants, also nothing, and keeps what it was asked. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type OddReply = { status: number; text?: string | Buffer; type?: string } | 'hang' | 'reset'

export interface Asked {
  method: string
  url: URL
  headers: IncomingMessage['headers']
  body: Buffer
}

export interface OddPlatform {
  host: string
  port: number
  asked: Asked[]
  close(): Promise<void>
}

export async function oddPlatform(reply: (asked: Asked, count: number) => OddReply): Promise<OddPlatform> {
  const asked: Asked[] = []
  const server = createServer((request, answer) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', headers } = request
      const one = { method, url: new URL(request.url!, 'http://platform'), headers, body: Buffer.concat(chunks) }
      asked.push(one)
      const said = reply(one, asked.length)
      if (said === 'reset') request.socket.destroy()
      else if (said !== 'hang')
        answer.writeHead(said.status, { 'content-type': said.type ?? 'application/xml' }).end(said.text)
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
