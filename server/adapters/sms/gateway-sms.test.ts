import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { nobodyListens } from '../../../test/local-platform.js'
import { gatewaySms, type GatewayOptions } from './gateway-sms.js'

interface Seen {
  headers: Record<string, unknown>
  body: string
}

const message = {
  phone: '13800001234',
  template: 'invitation' as const,
  fields: { deadline: '2026年11月25日 18:00', code: 'A7K2', position: '综合\n"柜员"' },
}
const texts = {
  invitation: '「{position}」面试，{deadline}前完成，短码{code}',
  progress: '短码{code}',
  result: '{link}',
  'next-round': '{round}',
  'phone-code': '{code}',
}

describe('SMS by a gateway of the house', () => {
  let server: Server
  let seen: Seen[]
  let answer: { status: number; text: string } | 'reset' | 'hang'

  beforeEach(async () => {
    seen = []
    answer = { status: 200, text: '{"code":0}' }
    server = createServer((request, reply) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
        if (answer === 'reset') return request.socket.destroy()
        if (answer !== 'hang') reply.writeHead(answer.status).end(answer.text)
      })
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
  })
  afterEach(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(resolve)
      }),
  )

  const gateway = (changes: Partial<GatewayOptions> = {}) =>
    gatewaySms({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
      headers: { authorization: 'Bearer of-nobody' },
      body: '{"to":"{phone}","content":"{text}","id":"{id}"}',
      texts,
      success: { path: ['code'], value: '0' },
      newId: () => 'id-1',
      ...changes,
    })

  it('has the whole text, in the form that the gateway wants', async () => {
    expect(await gateway().send(message)).to.deep.equal({ kind: 'sent' })
    expect(seen[0]!.headers).to.include({ authorization: 'Bearer of-nobody' })
    expect(JSON.parse(seen[0]!.body)).to.deep.equal({
      to: '13800001234',
      content: '「综合 "柜员"」面试，2026年11月25日 18:00前完成，短码A7K2',
      id: 'id-1',
    })
  })

  it('is a form where the body is written as one', async () => {
    await gateway({ body: 'mobile={phone}&msg={text}' }).send({ ...message, template: 'progress' })

    expect(Object.fromEntries(new URLSearchParams(seen[0]!.body))).to.deep.equal({
      mobile: '13800001234',
      msg: '短码A7K2',
    })
    expect(seen[0]!.headers['content-type']).to.contain('x-www-form-urlencoded')
  })

  it('says which words its texts have, so that a link is made only where it is sent', () => {
    expect(gateway().wordsOf('invitation')).to.deep.equal(['position', 'deadline', 'code'])
    expect(gateway().wordsOf('result')).to.deep.equal(['link'])
  })

  it('is not sent with a hole in it', async () => {
    expect(await gateway().send({ ...message, template: 'result' })).to.deep.equal({
      kind: 'refused',
      reason: 'content',
      code: 'field-link',
    })
    expect(seen).to.have.length(0)
  })

  it('is asked once, and translated into what may happen next', async () => {
    const refused = { kind: 'refused', reason: 'not-permitted' }
    const cases: [typeof answer, object][] = [
      [{ status: 200, text: '{"code":"0"}' }, { kind: 'sent' }],
      [
        { status: 200, text: '{"code":"E-31"}' },
        { ...refused, code: 'gateway-E-31' },
      ],
      [
        { status: 200, text: '{"code":"no such 13800001234"}' },
        { ...refused, code: 'gateway-refused' },
      ],
      [
        { status: 200, text: '{}' },
        { kind: 'unknown', code: 'reply-unreadable' },
      ],
      [
        { status: 200, text: 'ok' },
        { kind: 'unknown', code: 'reply-unreadable' },
      ],
      [
        { status: 401, text: '' },
        { ...refused, code: 'http-401' },
      ],
      [
        { status: 500, text: '' },
        { kind: 'unknown', code: 'http-500' },
      ],
      [
        { status: 503, text: '' },
        { kind: 'try-later', code: 'http-503', afterMs: 1_000 },
      ],
      ['reset', { kind: 'unknown', code: 'ECONNRESET' }],
      ['hang', { kind: 'unknown', code: 'timeout' }],
    ]
    for (const [given, outcome] of cases) {
      answer = given
      seen = []
      expect(await gateway({ timeoutSeconds: given === 'hang' ? 0.1 : 5 }).send(message)).to.deep.equal(outcome)
      expect(seen, 'asked once').to.have.length(1)
    }
    const { kind } = await gateway({ url: `http://${await nobodyListens()}/send` }).send(message)
    expect(kind, 'nobody was there to take it').to.equal('try-later')
  })
})
