import { expect } from 'chai'
import { personWith, proofStores, type ProofStores } from '../../../../test/builders/contact-proofs.js'
import { resume } from '../../../../test/builders/resumes.js'
import type { AppError } from '../../../errors.js'
import type { SendOutcome, SmsMessage } from '../../../ports/messenger.js'
import { codeFrom } from './contact-code.js'
import { provePhone } from './prove-contact.js'
import { requestCode } from './request-code.js'
import { codeBySms } from './send-code.js'

const start = new Date('2026-11-22T02:00:00Z')
const { phone } = resume()

describe('proving a phone', () => {
  let now: Date
  let sent: SmsMessage[]
  let outcome: SendOutcome
  let deps: ProofStores

  beforeEach(async () => {
    now = start
    sent = []
    outcome = { kind: 'sent' }
    deps = await proofStores(() => now)
  })

  const sms = {
    async send(message: SmsMessage) {
      sent.push(message)
      return outcome
    },
  }
  const pass = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }
  const ask = ({
    phone: contact = phone,
    ...changes
  }: Partial<{ openid: string; phone: string; network: string }> = {}) =>
    requestCode(
      { ...deps, kind: 'phone', proofs: deps.phoneProofs, sendCode: codeBySms(sms) },
      { orgId: 'o1', openid: 'wx-wang', contact, network: '10.0.0.1', ...changes },
    )
  const give = (code: string, openid = 'wx-wang') => provePhone(deps, { orgId: 'o1', openid, contact: phone }, code)
  const isProved = (openid = 'wx-wang') => deps.phoneProofs.isProved({ orgId: 'o1', openid, contact: phone })
  const lastCode = () => sent.at(-1)!.fields.code!
  const other = (code: string) => (code === '000000' ? '000001' : '000000')
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => undefined,
      (error: AppError) => error.code,
    )

  it('takes the code that the phone got, once', async () => {
    await ask()
    expect(sent).to.deep.equal([{ phone, template: 'phone-code', fields: { code: lastCode(), minutes: '5' } }])

    await give(lastCode())

    expect(await isProved()).to.equal(true)
    expect(await refusal(give(lastCode()))).to.equal('phone-code-over')
  })

  it('is no proof for another WeChat, or by its code', async () => {
    await ask()

    expect(await refusal(give(lastCode(), 'wx-stranger'))).to.equal('phone-code-over')
    expect(await isProved('wx-stranger')).to.equal(false)
  })

  it('takes no code after five minutes, nor the one before the last', async () => {
    await ask()
    const first = lastCode()
    pass(60_000)
    await ask()
    if (first !== lastCode()) expect(await refusal(give(first))).to.equal('phone-code-wrong')

    pass(5 * 60_000)
    expect(await refusal(give(lastCode()))).to.equal('phone-code-over')
    expect(await isProved()).to.equal(false)
  })

  it('ends a code after five wrong tries, also when they come at once', async () => {
    await ask()
    const wrong = other(lastCode())
    const tries = await Promise.all(Array.from({ length: 8 }, () => refusal(give(wrong))))

    expect(tries.filter((one) => one === 'phone-code-wrong')).to.have.length(5)
    expect(await refusal(give(lastCode()))).to.equal('phone-code-over')
  })

  it('sends a code a minute and five a day to one WeChat, whatever numbers it asks for', async () => {
    await ask()
    expect(await refusal(ask({ phone: '13900000001' })), 'in the same minute').to.equal('too-many-codes')
    for (let i = 2; i <= 5; i++) {
      pass(60_000)
      await ask({ phone: `1390000000${i}` })
    }
    pass(60_000)

    expect(await refusal(ask({ phone: '13900000009' }))).to.equal('too-many-codes')
    expect(sent).to.have.length(5)
  })

  it('sends five a day to one number, whoever asks', async () => {
    for (let i = 1; i <= 5; i++) await ask({ openid: `wx-${i}` })

    expect(await refusal(ask({ openid: 'wx-6' }))).to.equal('too-many-codes')
  })

  it('sends a hundred a day to one network, whatever WeChats and numbers it invents', async () => {
    const answers = await Promise.all(
      Array.from({ length: 110 }, (_, i) => refusal(ask({ openid: `wx-${i}`, phone: `138000${String(10_000 + i)}` }))),
    )

    expect(answers.filter((one) => one === undefined)).to.have.length(100)
    expect(sent).to.have.length(100)
  })

  it('says that a code could not be sent, and lets one that may have arrived be given', async () => {
    outcome = { kind: 'refused', reason: 'content', code: 'x' }
    expect(await refusal(ask())).to.equal('phone-code-not-sent')
    pass(60_000)
    outcome = { kind: 'unknown', code: 'timeout' }
    await ask()

    await give(lastCode())
    expect(await isProved()).to.equal(true)
  })

  it('keeps neither number nor code readable', async () => {
    await ask()

    const stored = JSON.stringify(
      await Promise.all(['phonecodes', 'quotas'].map((rows) => deps.connection.collection(rows).find().toArray())),
    )
    expect(stored).not.to.contain(phone).and.not.to.contain(lastCode())
  })

  it('lets messages go to the number of the own file, and brings what the bank knows under name and number', async () => {
    const inBank = await personWith(deps, 'bank')
    const own = await personWith(deps, 'wx-wang')
    await ask()
    await give(lastCode())

    expect(await deps.candidates.findById('o1', own)).to.include({ phoneProved: true })
    const mine = await deps.applications.listHeldBy('o1', 'wx-wang', 20)
    expect(mine.map(({ candidateId }) => candidateId)).to.deep.equal([inBank])
    expect(mine[0]!.holders).to.deep.equal([{ openid: 'wx-wang', by: 'phone', at: now }])
  })
})

describe('a phone code', () => {
  it('has six digits, also a small one', () => {
    expect(codeFrom(Uint8Array.of(0, 0, 0, 7))).to.equal('000007')
    expect(codeFrom(Uint8Array.of(255, 255, 255, 255))).to.match(/^\d{6}$/)
  })
})
