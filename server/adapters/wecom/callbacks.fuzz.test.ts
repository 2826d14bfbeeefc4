/** Whatever is sent as a call-back or through the bot's socket: read or refused, never thrown. */
import { encrypt, getSignature } from '@wecom/crypto'
import { expect } from 'chai'
import fc from 'fast-check'
import { fuzzInputs, fuzzSeed, inFlatMemory, mutated } from '../../../test/builders/fuzz.js'
import { callbackVectors } from '../../../test/builders/wecom-callbacks.js'
import { incomingIn } from './bot-frames.js'
import { wecomCallback } from './callback-crypto.js'

const { official } = callbackVectors
const clock = { now: () => new Date(Number(official.timestamp) * 1000) }
const callback = wecomCallback({ ...official, clock })
const seal = { signature: official.signature, timestamp: official.timestamp, nonce: official.nonce }
const envelope = (encrypted: string) =>
  `<xml><ToUserName>x</ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`

const events = [
  '<xml><ToUserName><![CDATA[corp]]></ToUserName><FromUserName>li-jing</FromUserName><MsgType>event</MsgType><Event>template_card_event</Event><EventKey>confirm</EventKey><CreateTime>1409659813</CreateTime></xml>',
  '<?xml version="1.0"?><xml><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[进度 A7K2 <b>]]></Content><MsgId>4561255354251345929</MsgId></xml>',
]
const frames = [
  { msgid: 'm', chatid: 'g', chattype: 'group', from: { userid: 'u' }, msgtype: 'text', text: { content: '今日' } },
  { msgid: 'm', chattype: 'single', from: { userid: 'u' }, msgtype: 'voice', voice: { content: '进度。' } },
  {
    msgid: 'm',
    from: { userid: 'u' },
    msgtype: 'event',
    event: { eventtype: 'template_card_event', template_card_event: { task_id: 't', event_key: 'confirm' } },
  },
]

function readSigned(plain: string): string {
  const encrypted = encrypt(official.aesKey, plain, official.receiverId)
  const signature = getSignature(official.token, official.timestamp, official.nonce, encrypted)
  return callback.read({ ...seal, signature }, envelope(encrypted)).kind
}

const kinds = ['read', 'refused']

describe('call-backs and frames of any kind', function () {
  this.timeout(60_000 + fuzzInputs * 5)
  const each = (share: number, seed: number) => ({ numRuns: Math.ceil((fuzzInputs * share) / 2), seed })

  it(`are read or refused (FUZZ_SEED=${fuzzSeed}, ${fuzzInputs} inputs)`, async () => {
    await inFlatMemory((seed) => {
      const bodies = mutated([envelope(official.encrypted), ...events])
      fc.assert(
        fc.property(bodies, (body) => kinds.includes(callback.read(seal, body).kind)),
        each(0.3, seed),
      )
      fc.assert(
        fc.property(
          fc.record({ signature: fc.string(), timestamp: fc.string(), nonce: fc.string() }),
          fc.string(),
          (any, body) =>
            callback.read(any, envelope(body)).kind === 'refused' &&
            callback.proveAddress(any, body).kind === 'refused',
        ),
        each(0.1, seed),
      )
      fc.assert(
        fc.property(mutated(events), (plain) => kinds.includes(readSigned(plain))),
        each(0.3, seed),
      )
      fc.assert(
        fc.property(mutated(frames.map((frame) => JSON.stringify(frame))), (text) => isIncoming(parsed(text))),
        each(0.2, seed),
      )
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), isIncoming),
        each(0.1, seed),
      )
    })
    expect(readSigned(events[0]!)).to.equal('read')
  })
})

function isIncoming(frame: unknown): boolean {
  const incoming = incomingIn(frame)
  return incoming === undefined || (typeof incoming.msgid === 'string' && typeof incoming.userid === 'string')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
