/** The sealed envelope of a callback (reference 05): signed, encrypted, for this corp. */
import { randomBytes } from 'node:crypto'
import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import { XMLParser } from 'fast-xml-parser'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'

const {
  corpId,
  agentId,
  callback: { token, aesKey },
} = sandboxCredentials.wecom
const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, processEntities: false })

export interface Sealed {
  query: string
  encrypted: string
}

export function seal(message: string, nowMs: number): Sealed {
  const encrypted = encrypt(aesKey, message, corpId)
  const timestamp = String(Math.floor(nowMs / 1000))
  const nonce = randomBytes(6).toString('hex')
  const query = new URLSearchParams({
    msg_signature: getSignature(token, timestamp, nonce, encrypted),
    timestamp,
    nonce,
  })
  return { query: query.toString(), encrypted }
}

export const envelopeBody = (encrypted: string): string =>
  `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><AgentID><![CDATA[${agentId}]]></AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`

/** The passive reply as an object, or undefined when it is not properly sealed. */
export function openReply(text: string): Record<string, unknown> | undefined {
  const {
    Encrypt: encrypted = '',
    MsgSignature: signature,
    TimeStamp: timestamp = '',
    Nonce: nonce = '',
  } = parsed(text) as Record<string, string>
  if (encrypted === '' || signature !== getSignature(token, timestamp, nonce, encrypted)) return undefined
  try {
    const { message, id } = decrypt(aesKey, encrypted)
    return id === corpId ? parsed(message) : undefined
  } catch {
    return undefined
  }
}

function parsed(xml: string): Record<string, unknown> {
  try {
    return (parser.parse(xml) as { xml?: Record<string, unknown> }).xml ?? {}
  } catch {
    return {}
  }
}
