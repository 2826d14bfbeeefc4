import { encrypt, getSignature } from '@wecom/crypto'
import { expect } from 'chai'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { callbackVectors as vectors } from '../../../test/builders/wecom-callbacks.js'
import type { PlatformCallback } from '../../ports/platform-callback.js'
import { wecomCallback } from './callback-crypto.js'

const { official, address, encrypting, bot } = vectors
const seal = ({ signature, timestamp, nonce }: { signature: string; timestamp: string; nonce: string }) => ({
  signature,
  timestamp,
  nonce,
})
const envelope = (encrypted: string) =>
  `<xml><ToUserName>x</ToUserName><AgentID>218</AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`

function at(
  seconds: string,
  { token, aesKey, receiverId }: { token: string; aesKey: string; receiverId: string },
  offMs = 0,
): PlatformCallback {
  return wecomCallback({ token, aesKey, receiverId, clock: { now: () => new Date(Number(seconds) * 1000 + offMs) } })
}

/** Signed and sealed as the platform would, with the given plain text. */
function sealedBy(vector: typeof official, plain: string) {
  const encrypted = encrypt(vector.aesKey, plain, vector.receiverId)
  const signature = getSignature(vector.token, vector.timestamp, vector.nonce, encrypted)
  return { seal: { ...seal(vector), signature }, body: envelope(encrypted) }
}

describe('call-backs of WeCom', () => {
  describe('by the published vectors', () => {
    it('opens a message (V1)', () => {
      const read = at(official.timestamp, official).read(seal(official), envelope(official.encrypted))

      expect(read).to.deep.include({ kind: 'read' })
      expect((read as { message: object }).message).to.deep.include({
        key: 'message:4561255354251345929',
        type: 'text',
        from: 'mycreate',
      })
      expect((read as { message: { fields: object } }).message.fields).to.include({ Content: 'hello', AgentID: '218' })
    })

    it('proves an address (V2), and not with another nonce', () => {
      const callback = at(address.timestamp, address)

      expect(callback.proveAddress(seal(address), address.encrypted)).to.deep.equal({
        kind: 'proved',
        plain: '5927782489442352469',
      })
      expect(callback.proveAddress({ ...seal(address), nonce: '437374424' }, address.encrypted)).to.deep.equal({
        kind: 'refused',
        why: 'signature',
      })
    })

    it('opens what another implementation sealed (V3)', () => {
      const read = at(encrypting.timestamp, encrypting).read(seal(encrypting), envelope(encrypting.encrypted))

      expect((read as { message: { fields: object } }).message.fields).to.include({
        Content: 'test',
        CreateTime: '1411525903',
      })
      expect(
        encrypt(encrypting.aesKey, encrypting.plain, encrypting.receiverId, Buffer.from('1234567890123456')),
      ).to.equal(encrypting.encrypted)
    })

    it('takes an empty receiver for a smart bot (V4), and only for it', () => {
      expect(at(bot.timestamp, bot).proveAddress(seal(bot), bot.encrypted)).to.deep.equal({
        kind: 'proved',
        plain: bot.plain,
      })
      expect(at(bot.timestamp, { ...bot, receiverId: 'ww1' }).proveAddress(seal(bot), bot.encrypted)).to.deep.equal({
        kind: 'refused',
        why: 'receiver',
      })
    })
  })

  describe('refuses', () => {
    const now = (offMs = 0) => at(official.timestamp, official, offMs)

    it('a signature that differs in one place, is shorter, or is missing', () => {
      for (const signature of [official.signature.replace(/.$/, 'x'), official.signature.slice(1), '']) {
        expect(now().read({ ...seal(official), signature }, envelope(official.encrypted))).to.deep.equal({
          kind: 'refused',
          why: 'signature',
        })
      }
    })

    it('one flipped byte before it is decrypted', () => {
      const bytes = Buffer.from(official.encrypted, 'base64')
      bytes[40]! ^= 1

      expect(now().read(seal(official), envelope(bytes.toString('base64')))).to.deep.equal({
        kind: 'refused',
        why: 'signature',
      })
    })

    it('what was meant for another corp, though it is signed', () => {
      const { seal: signed, body } = sealedBy({ ...official, receiverId: 'ww-other' }, '<xml><MsgId>1</MsgId></xml>')

      expect(now().read(signed, body)).to.deep.equal({ kind: 'refused', why: 'receiver' })
    })

    it('what is more than ten minutes off, either way', () => {
      const tenMinutes = 10 * 60_000
      const read = (offMs: number) => now(offMs).read(seal(official), envelope(official.encrypted)).kind

      expect([read(tenMinutes), read(-tenMinutes), read(tenMinutes + 1), read(-tenMinutes - 1)]).to.deep.equal([
        'read',
        'read',
        'refused',
        'refused',
      ])
    })

    it('a time that is no number, though it is signed', () => {
      const signature = getSignature(official.token, 'soon', official.nonce, official.encrypted)

      expect(
        now().read({ ...seal(official), timestamp: 'soon', signature }, envelope(official.encrypted)),
      ).to.deep.equal({ kind: 'refused', why: 'too-old' })
    })

    it('a DOCTYPE outside and inside', () => {
      const inside = sealedBy(official, '<!DOCTYPE xml [<!ENTITY a "b">]><xml><MsgId>1</MsgId></xml>')

      expect(now().read(seal(official), `<!DOCTYPE xml>${envelope(official.encrypted)}`)).to.deep.equal({
        kind: 'refused',
        why: 'unreadable',
      })
      expect(now().read(inside.seal, inside.body)).to.deep.equal({ kind: 'refused', why: 'unreadable' })
    })

    it('64 kB of anything before a parser looks at it: only the signature is asked (S6)', () => {
      const [validate, parse] = [Reflect.get(XMLValidator, 'validate'), Reflect.get(XMLParser.prototype, 'parse')]
      let looks = 0
      const counted = (real: unknown) =>
        function (this: unknown, ...given: unknown[]): unknown {
          looks += 1
          return (real as (...all: unknown[]) => unknown).apply(this, given)
        }
      Reflect.set(XMLValidator, 'validate', counted(validate))
      Reflect.set(XMLParser.prototype, 'parse', counted(parse))
      try {
        for (const filling of [
          '<a>'.repeat(20_000),
          '<Encrypt>'.repeat(7000),
          '<![CDATA['.repeat(7000),
          '<!'.repeat(9000),
        ])
          for (const body of [
            `<xml>${filling}`,
            `<xml>${filling}<Encrypt><![CDATA[${official.encrypted.slice(1)}]]></Encrypt></xml>`,
          ])
            expect(now().read(seal(official), body).kind).to.equal('refused')
      } finally {
        Reflect.set(XMLValidator, 'validate', validate)
        Reflect.set(XMLParser.prototype, 'parse', parse)
      }

      expect(looks).to.equal(0)
    })

    it('signed XML with forbidden names or 5 000 levels, without an error of ours (S13)', () => {
      for (const plain of [
        '<xml><__proto__><a>1</a></__proto__></xml>',
        '<xml><constructor>1</constructor></xml>',
        '<xml><a><prototype>1</prototype></a></xml>',
        `<xml>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</xml>`,
        '<xml><a b="1"></xml>',
      ]) {
        const { seal: signed, body } = sealedBy(official, plain)
        expect(now().read(signed, body), plain.slice(0, 40)).to.deep.equal({ kind: 'refused', why: 'unreadable' })
      }
    })

    it('what is no XML, is cut off, or has nothing in it', () => {
      for (const body of ['', '{}', '<xml>', '<xml></xml>', '<other/>'])
        expect(now().read(seal(official), body).kind, body).to.equal('refused')
    })
  })

  it('keep a text that speaks of a DOCTYPE or of CDATA (B8)', () => {
    const text = '<!DOCTYPE html> <!ENTITY x> <Encrypt>no</Encrypt>'
    const { seal: signed, body } = sealedBy(
      official,
      `<xml><MsgId>1</MsgId><Content><![CDATA[${text}]]></Content></xml>`,
    )

    const read = at(official.timestamp, official).read(signed, body)

    expect((read as { message: { fields: object } }).message.fields).to.include({ Content: text })
  })

  it('take an envelope with a declaration, spaces, and without CDATA', () => {
    const { encrypted } = official
    for (const body of [
      `<?xml version="1.0" encoding="UTF-8"?>\n<xml>\n <Encrypt>\n<![CDATA[${encrypted}]]>\n</Encrypt>\n</xml>\n`,
      `<xml><Encrypt>${encrypted}</Encrypt></xml>`,
    ])
      expect(at(official.timestamp, official).read(seal(official), body).kind, body.slice(0, 30)).to.equal('read')
  })

  it('expands no entity', () => {
    const { seal: signed, body } = sealedBy(
      official,
      '<xml><MsgId>1</MsgId><Content>&lt;b&gt; &amp;#x41;</Content></xml>',
    )

    const read = at(official.timestamp, official).read(signed, body)

    expect((read as { message: { fields: object } }).message.fields).to.include({ Content: '&lt;b&gt; &amp;#x41;' })
  })

  it('gives two notices of the same second two keys, and a repeated one the same', () => {
    const keyOf = (user: string) => {
      const { seal: signed, body } = sealedBy(
        official,
        `<xml><FromUserName>sys</FromUserName><CreateTime>1409659813</CreateTime><MsgType>event</MsgType><Event>change_contact</Event><UserID>${user}</UserID></xml>`,
      )
      return (at(official.timestamp, official).read(signed, body) as { message: { key: string } }).message.key
    }

    expect(keyOf('a')).to.equal(keyOf('a')).and.not.to.equal(keyOf('b'))
  })

  it('gives two events two keys whatever field tells them apart, also of a kind we do not know (B8)', () => {
    const keyOf = (fields: string) => {
      const head = '<FromUserName>sys</FromUserName><CreateTime>1409659813</CreateTime><MsgType>event</MsgType>'
      const { seal: signed, body } = sealedBy(official, `<xml>${head}${fields}</xml>`)
      return (at(official.timestamp, official).read(signed, body) as { message: { key: string } }).message.key
    }
    const event = (name: string, rest = '') => `<Event>${name}</Event>${rest}`

    for (const [one, other] of [
      [
        event('sys_approval_change', '<ApprovalInfo><SpNo>1</SpNo></ApprovalInfo>'),
        event('sys_approval_change', '<ApprovalInfo><SpNo>2</SpNo></ApprovalInfo>'),
      ],
      [
        event('change_contact', '<ChangeType>create_party</ChangeType><Id>1</Id>'),
        event('change_contact', '<ChangeType>create_party</ChangeType><Id>2</Id>'),
      ],
      [
        event('batch_job_result', '<BatchJob><JobId>a</JobId></BatchJob>'),
        event('batch_job_result', '<BatchJob><JobId>b</JobId></BatchJob>'),
      ],
      [event('new_kind', '<Other>1</Other>'), event('new_kind', '<Other>2</Other>')],
      ['<Content>a</Content>', '<Content>b</Content>'],
    ] as const) {
      expect(keyOf(one)).to.equal(keyOf(one)).and.not.to.equal(keyOf(other))
    }
  })
})
