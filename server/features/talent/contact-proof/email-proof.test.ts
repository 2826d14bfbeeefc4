import { expect } from 'chai'
import type { Resume } from '../../../../shared/contracts/talent.js'
import { personWith, proofStores, type ProofStores } from '../../../../test/builders/contact-proofs.js'
import { resume } from '../../../../test/builders/resumes.js'
import type { AppError } from '../../../errors.js'
import type { EmailMessage } from '../../../ports/messenger.js'
import { proveEmail } from './prove-contact.js'
import { requestCode } from './request-code.js'
import { codeByEmail } from './send-code.js'

const address = 'wang@example.com'
const { name } = resume()

describe('proving an e-mail address', () => {
  let now: Date
  let mails: EmailMessage[]
  let left: number
  let deps: ProofStores

  beforeEach(async () => {
    ;[now, mails, left] = [new Date('2026-11-22T02:00:00Z'), [], 10]
    deps = await proofStores(() => now)
  })

  const other = (code: string) => (code === '000000' ? '000001' : '000000')
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => undefined,
      (error: AppError) => error.code,
    )

  const askByMail = (changes: Partial<{ openid: string; contact: string; network: string }> = {}) => {
    const sendCode = codeByEmail({
      email: {
        async send(mail) {
          mails.push(mail)
          return { kind: 'sent' }
        },
      },
      emailCodes: {
        take: async () => (left-- > 0 ? { kind: 'taken' } : { kind: 'over', againAfterSeconds: 60 }),
      },
      organisationName: async () => ({ zh: '江南银行', en: 'Jiangnan Bank' }),
    })
    return requestCode(
      { ...deps, kind: 'email', proofs: deps.emailProofs, sendCode },
      { orgId: 'o1', openid: 'wx-wang', contact: address, network: '10.0.0.1', ...changes },
    )
  }
  const mailed = () => /验证码 (\d{6})/.exec(mails.at(-1)!.text)![1]!
  const giveMailed = (code: string, openid = 'wx-wang', contact = address) =>
    proveEmail(deps, { orgId: 'o1', openid, contact }, code)
  const held = async (openid = 'wx-wang') =>
    (await deps.applications.listHeldBy('o1', openid, 20)).map(({ candidateId }) => candidateId)

  it('gets a mail with the code and nothing about anybody, in both languages', async () => {
    await askByMail()

    const [mail] = mails
    expect(mail).to.include({ to: address, subject: '江南银行：邮箱验证码 · Jiangnan Bank: your e-mail code' })
    expect(mail!.text).to.contain(`验证码 ${mailed()}，5 分钟内有效`).and.to.contain(`Code ${mailed()}`)
    expect(mail!.text).to.not.contain(name)
  })

  it('brings what the bank knows under name and address, once the code is given back', async () => {
    const inBank = await personWith(deps, 'bank')
    const own = await applied('wx-wang', { phone: '13700137000' })
    await askByMail({ contact: 'Wang@Example.com' })
    expect(await refusal(giveMailed(other(mailed())))).to.equal('email-code-wrong')
    expect(await held()).to.deep.equal([own])

    await giveMailed(mailed())

    expect(await held()).to.have.members([own, inBank])
  })

  it('brings nothing under another name, nor when it stands in files of several names', async () => {
    await personWith(deps, 'bank')
    const own = await applied('wx-agency', { name: '李经理', phone: '13700137000' })
    await askByMail({ openid: 'wx-agency' })
    await giveMailed(mailed(), 'wx-agency')
    expect(await held('wx-agency')).to.deep.equal([own])

    await personWith(deps, 'bank', { name: '李经理', phone: '13600136000' })
    now = new Date(now.getTime() + 60_000)
    await askByMail({ openid: 'wx-agency' })
    await giveMailed(mailed(), 'wx-agency')
    expect(await held('wx-agency'), 'an agency’s').to.deep.equal([own])
  })

  it('has counts of its own: a minute, five a day to one WeChat and to one address, a hundred to one network', async () => {
    left = Infinity
    await askByMail()
    expect(await refusal(askByMail({ contact: 'li@example.com' }))).to.equal('too-many-codes')
    for (let i = 2; i <= 5; i++) await askByMail({ openid: `wx-${i}` })
    expect(await refusal(askByMail({ openid: 'wx-6', contact: 'WANG@example.com' }))).to.equal('too-many-codes')

    const answers = await Promise.all(
      Array.from({ length: 110 }, (_, i) =>
        refusal(askByMail({ openid: `wx-n${i}`, contact: `p${i}@example.com`, network: '10.0.0.2' })),
      ),
    )
    expect(answers.filter((one) => one === undefined)).to.have.length(100)
  })

  it('gets none once the budget of the day is spent, whoever asks', async () => {
    left = 1
    await askByMail()

    expect(await refusal(askByMail({ openid: 'wx-li', contact: 'li@example.com' }))).to.equal('email-code-not-sent')
    expect(mails).to.have.length(1)
  })

  it('is kept readable nowhere', async () => {
    await askByMail()
    await giveMailed(mailed())

    const stored = await Promise.all(
      ['emailcodes', 'emailproofs', 'quotas'].map((rows) => deps.connection.collection(rows).find().toArray()),
    )
    expect(JSON.stringify(stored)).to.not.contain(address)
  })

  /** Sent in by that WeChat, into a file of its own. */
  async function applied(openid: string, changes: Partial<Resume>): Promise<string> {
    const claimed = resume(changes)
    const file = { orgId: 'o1', owner: openid, phoneProved: false, language: 'zh', createdAt: now } as const
    const { id } = (await deps.candidates.insertUnlessKnown({ ...file, name: claimed.name, phone: claimed.phone }))!
    await deps.applications.insertUnlessApplied({
      orgId: 'o1',
      candidateId: id,
      positionId: 'teller',
      source: 'mini-program',
      appliedAt: now,
      holders: [{ openid, by: 'applied', at: now }],
      contentHash: 'h',
      resume: claimed,
    })
    return id
  }
})
