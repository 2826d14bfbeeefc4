import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { nobodyListens } from '../../../test/local-platform.js'
import { smtpEmail } from './smtp-email.js'

const message = { to: 'li@example.com', subject: '邀请\r\nBcc: all@example.com', text: '您好', id: 'm1' }

describe('e-mail by SMTP', () => {
  let server: Server
  let sockets: Socket[]
  let lines: string[]
  /** What the server replies to a command, where it is not the usual; `hang`: nothing, `reset`: it is gone. */
  let replies: Record<string, string>

  beforeEach(async () => {
    replies = {}
    lines = []
    sockets = []
    server = createServer((socket) => {
      sockets.push(socket)
      socket.on('error', () => {})
      converse(socket)
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
  })
  afterEach(
    () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(resolve)
      }),
  )

  const usual: Record<string, string> = {
    CONN: '220 mail.test',
    EHLO: '250-mail.test\r\n250 AUTH PLAIN',
    AUTH: '235 2.7.0 ok',
    MAIL: '250 ok',
    RCPT: '250 ok',
    DATA: '354 go on',
    TEXT: '250 2.0.0 queued',
    QUIT: '221 bye',
  }

  function converse(socket: Socket): void {
    let isText = false
    const reply = (command: string) => {
      const line = replies[command] ?? usual[command] ?? '500 what'
      if (line === 'reset') return void socket.destroy()
      if (line !== 'hang') socket.write(`${line}\r\n`)
    }
    reply('CONN')
    let rest = ''
    socket.on('data', (chunk) => {
      rest += chunk.toString()
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        lines.push(line)
        if (isText && line !== '.') continue
        const command = isText ? 'TEXT' : line.slice(0, 4)
        isText = command === 'DATA' && !replies.DATA
        reply(command)
      }
    })
  }

  const adapter = (port = (server.address() as AddressInfo).port) =>
    smtpEmail({
      host: '127.0.0.1',
      port,
      security: 'none',
      user: 'hr@bank.example',
      password: 'password-that-nobody-may-read',
      from: '江南银行招聘 <hr@bank.example>',
      timeoutMs: 300,
    })

  it('is one message to one person, signed in, under an id that stays the same', async () => {
    expect(await adapter().send(message)).to.deep.equal({ kind: 'sent', platformId: 'm1' })
    expect(lines).to.include('MAIL FROM:<hr@bank.example>').and.to.include('RCPT TO:<li@example.com>')
    const text = lines.join('\n')
    expect(text).to.contain('Message-ID: <m1@bank.example>').and.to.contain('Auto-Submitted: auto-generated')
    expect(
      lines.filter((line) => /^Bcc/i.test(line)),
      'a line break in a subject makes no header',
    ).to.deep.equal([])
  })

  it('is translated into what may happen next, and never sent twice', async () => {
    const later = (code: string) => ({ kind: 'try-later', code, afterMs: 60_000 })
    const cases: [Record<string, string>, object][] = [
      [{ RCPT: '550 5.1.1 no such user' }, { kind: 'refused', reason: 'recipient', code: 'smtp-550' }],
      [{ RCPT: '450 4.2.1 mailbox busy' }, later('smtp-450')],
      [{ MAIL: '553 5.7.1 not you' }, { kind: 'refused', reason: 'not-permitted', code: 'smtp-553' }],
      [{ AUTH: '535 5.7.8 no' }, { kind: 'refused', reason: 'not-permitted', code: 'smtp-535' }],
      [{ AUTH: '454 4.7.0 later' }, later('smtp-454')],
      [{ TEXT: '554 5.6.0 spam' }, { kind: 'refused', reason: 'content', code: 'smtp-554' }],
      [{ TEXT: '451 4.3.0 later' }, later('smtp-451')],
      [{ CONN: 'hang' }, later('ETIMEDOUT')],
      [{ TEXT: 'hang' }, { kind: 'unknown', code: 'ETIMEDOUT' }],
      [{ TEXT: 'reset' }, { kind: 'unknown', code: 'ECONNECTION' }],
    ]
    for (const [given, outcome] of cases) {
      replies = given
      lines = []
      expect(await adapter().send(message), JSON.stringify(given)).to.deep.equal(outcome)
      expect(lines.filter((line) => line === '.').length, 'sent at most once').to.be.below(2)
    }
  })

  it('may go again when nobody was there to take it', async () => {
    const port = Number((await nobodyListens()).split(':')[1])
    expect(await adapter(port).send(message)).to.deep.include({ kind: 'try-later' })
  })

  it('signs in and sends nothing when only asked whether it could', async () => {
    await adapter().checkAccess()
    expect(lines.some((line) => line.startsWith('MAIL'))).to.equal(false)
    replies = { AUTH: '535 5.7.8 no' }
    const error = await adapter()
      .checkAccess()
      .catch((refused: Error) => refused)
    expect(String(error)).not.to.contain('password-that-nobody-may-read')
    expect(error).to.be.instanceOf(Error)
  })
})
