import { createTransport } from 'nodemailer'
import { expect } from 'chai'
import { sandboxCredentials, type InboxMessage } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const { user, password, from } = sandboxCredentials.email
const usual = { from, to: 'li.lei@example.com', subject: '邀请', text: '您好，请打开 http://localhost/u/abc 。' }

describe('the simulated mail server', () => {
  let sandbox: TestSandbox

  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.close())

  const sending = (changes: object = {}, auth: { user: string; pass: string } | null = { user, pass: password }) =>
    createTransport({ host: '127.0.0.1', port: sandbox.smtpPort, ignoreTLS: true, ...(auth && { auth }) })
      .sendMail({ ...usual, ...changes })
      .then(
        () => 250,
        ({ responseCode }: { responseCode?: number }) => responseCode,
      )
  const inbox = () => sandbox.get<InboxMessage[]>('/api/people/li-lei/inbox')

  it('brings mail to the phone of whoever has the address', async () => {
    expect(await sending()).to.equal(250)
    expect((await inbox())[0]).to.deep.include({
      channel: 'email',
      title: '邀请',
      text: '您好，请打开 http://localhost/u/abc 。',
      opens: 'http://localhost/u/abc',
    })
    const calls = await sandbox.get<{ endpoint: string; errcode: number }[]>('/api/calls')
    expect(calls.at(-1)).to.include({ endpoint: '/mail/send', errcode: 0 })
  })

  for (const [what, changes, code] of [
    ['an address that nobody has', { to: 'nobody@example.com' }, 550],
    ['two recipients', { to: 'li.lei@example.com, wang.xiaoming@example.com' }, 554],
    ['another sender', { from: 'ceo@jnbank.example' }, 553],
    ['no subject', { subject: '' }, 554],
    ['nothing to read', { text: '' }, 554],
    ['a From that is not the sender', { envelope: { from: user, to: usual.to }, from: 'ceo@jnbank.example' }, 554],
    ['a message of more than a megabyte', { text: '字'.repeat(1_000_000) }, 552],
  ] as const) {
    it(`answers ${code} to ${what}`, async () => {
      expect(await sending(changes)).to.equal(code)
      expect(await inbox()).to.deep.equal([])
    })
  }

  it('lets nobody send who has not signed in', async () => {
    expect(await sending({}, { user, pass: 'guess' })).to.equal(535)
    expect(await sending({}, null)).to.equal(530)
    expect(await inbox()).to.deep.equal([])
  })

  it('is busy, or asks to slow down, when told to', async () => {
    await sandbox.post('/api/faults', { fault: 'busy', on: true, times: 1 })
    expect(await sending()).to.equal(451)
    await sandbox.post('/api/faults', { fault: 'rate-limited', on: true, times: 1, endpoint: '/mail' })
    expect(await sending()).to.equal(450)
    expect(await sending()).to.equal(250)
  })
})
