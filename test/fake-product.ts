/** A product that answers WeCom's callbacks with the official @wecom/crypto and nothing of ours. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import { XMLParser } from 'fast-xml-parser'
import { sandboxCredentials } from '../shared/contracts/sandbox.js'

const {
  corpId,
  callback: { token, aesKey },
} = sandboxCredentials.wecom

export interface FakeProduct {
  url: string
  /** Decrypted callbacks whose signature and receiver were right, oldest first. */
  heard: Record<string, string>[]
  /** What the next callbacks get in reply; the last one stays. Empty means "nothing to say". */
  answers: { reply?: string; status?: number; hang?: true; plain?: string }[]
  close(): Promise<void>
}

export async function startFakeProduct(): Promise<FakeProduct> {
  const heard: Record<string, string>[] = []
  const answers: FakeProduct['answers'] = [{}]
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url!, 'http://localhost')
    const [signature, timestamp, nonce] = ['msg_signature', 'timestamp', 'nonce'].map((name) =>
      searchParams.get(name)!,
    ) as [string, string, string]
    const open = (encrypted: string) => {
      if (signature !== getSignature(token, timestamp, nonce, encrypted)) return undefined
      const { message, id } = decrypt(aesKey, encrypted)
      return id === corpId ? message : undefined
    }
    if (request.method === 'GET') return response.end(open(searchParams.get('echostr')!) ?? 'no')

    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      const message = open(fieldsOf(body).Encrypt!)
      if (message !== undefined) heard.push(fieldsOf(message))
      const { reply, status = 200, hang, plain } = (answers.length > 1 ? answers.shift() : answers[0])!
      if (hang) return
      response.writeHead(status).end(plain ?? (reply && sealed(reply)))
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    answers,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

const fieldsOf = (xml: string) =>
  (new XMLParser({ parseTagValue: false }).parse(xml) as { xml: Record<string, string> }).xml

function sealed(message: string): string {
  const encrypted = encrypt(aesKey, message, corpId)
  return `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt><MsgSignature>${getSignature(token, '1', 'n', encrypted)}</MsgSignature><TimeStamp>1</TimeStamp><Nonce>n</Nonce></xml>`
}
