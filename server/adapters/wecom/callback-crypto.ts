/**
 * WeCom's call-back mode (90968). `@wecom/crypto` checks neither signature nor receiver, and CBC is not authenticated: a flipped
 * byte decrypts into other XML. So the signature is compared first, in constant time; only then anything is decrypted.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { decrypt, getSignature } from '@wecom/crypto'
import { canonicalJson } from '../../canonical-json.js'
import type { Clock } from '../../ports/clock.js'
import type { CallbackMessage, CallbackRefusal, CallbackSeal, PlatformCallback } from '../../ports/platform-callback.js'
import { encryptedIn, readCallbackXml, textIn } from './callback-xml.js'

interface Options {
  token: string
  /** EncodingAESKey, 43 characters. */
  aesKey: string
  /** Corp id of a self-built app; empty for a smart bot. */
  receiverId: string
  clock: Clock
}

type Opened = { kind: 'opened'; plain: string } | { kind: 'refused'; why: CallbackRefusal }

/** The platform has no rule against replays; further off than this nothing is taken. */
const windowMs = 10 * 60_000
const encodingAesKey = /^[A-Za-z0-9+/]{43}$/

export function wecomCallback(options: Options): PlatformCallback {
  if (!encodingAesKey.test(options.aesKey)) throw new Error('an EncodingAESKey has 43 characters')
  const open = (seal: CallbackSeal, encrypted: string) => openSealed(options, seal, encrypted)

  return {
    proveAddress(seal, echo) {
      const opened = open(seal, echo)
      return opened.kind === 'opened' ? { kind: 'proved', plain: opened.plain } : opened
    },

    read(seal, body) {
      const encrypted = encryptedIn(body)
      if (encrypted === undefined) return { kind: 'refused', why: 'unreadable' }
      const opened = open(seal, encrypted)
      if (opened.kind === 'refused') return opened

      const fields = readCallbackXml(opened.plain)
      return fields ? { kind: 'read', message: toMessage(fields) } : { kind: 'refused', why: 'unreadable' }
    },
  }
}

function openSealed({ token, aesKey, receiverId, clock }: Options, seal: CallbackSeal, encrypted: string): Opened {
  const { signature, timestamp, nonce } = seal
  if (!equal(signature, getSignature(token, timestamp, nonce, encrypted))) return { kind: 'refused', why: 'signature' }
  if (!(Math.abs(clock.now().getTime() - Number(timestamp) * 1000) <= windowMs))
    return { kind: 'refused', why: 'too-old' }

  const plain = decrypted(aesKey, encrypted)
  if (!plain) return { kind: 'refused', why: 'unreadable' }
  return equal(plain.id, receiverId) ? { kind: 'opened', plain: plain.message } : { kind: 'refused', why: 'receiver' }
}

function decrypted(aesKey: string, encrypted: string): { message: string; id: string } | undefined {
  try {
    return decrypt(aesKey, encrypted)
  } catch {
    return undefined // a length that is no multiple of the block, or less than a head
  }
}

function equal(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/**
 * Events have no MsgId, and each kind names what it is about in a field of its own; several come in one second. The platform repeats
 * an event word by word, so all of it is its key.
 */
function toMessage(fields: Record<string, unknown>): CallbackMessage {
  const msgId = textIn(fields, 'MsgId')
  const key = msgId ? `message:${msgId}` : `event:${hashOf(fields)}`
  return {
    key,
    type: textIn(fields, 'Event') || textIn(fields, 'MsgType') || 'unknown',
    from: textIn(fields, 'FromUserName'),
    fields,
  }
}

const hashOf = (fields: Record<string, unknown>) =>
  createHash('sha256').update(canonicalJson(fields)).digest('base64url')
