import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import {
  asked,
  asking,
  codeTyped,
  isComplete,
  noProof,
  proofFailed,
  proofFor,
  proofView,
  proved,
  rested,
} from './proof-state.js'

const { text } = frameAt()
const offered = proofFor(noProof, 'phone', '13800138000')

describe('proving a phone or an address', () => {
  it('is offered as soon as there is a whole number, and says what it is for', () => {
    expect(proofView(proofFor(noProof, 'phone', '1380013'), { text }).isShown).to.equal(false)
    expect(proofView(offered, { text })).to.deep.include({
      isShown: true,
      hint: '验证一下，短信也能通知到你；不验证也能投递。',
      ask: '获取验证码',
      isAsking: false,
    })
  })

  it('asks for one code a minute', () => {
    expect(proofView(asking(offered), { text }).ask).to.equal('')
    const waiting = asked(asking(offered))

    expect(proofView(waiting, { text })).to.deep.include({ isAsking: true, ask: '' })
    expect(proofView(rested(waiting), { text }).ask).to.equal('重新获取')
    expect(proofFor(waiting, 'phone', '13900139000'), 'also for another number').to.include({
      step: 'offered',
      isResting: true,
    })
  })

  it('is given back with its sixth digit, and not twice', () => {
    const waiting = asked(offered)

    expect(isComplete(codeTyped(waiting, '12345'))).to.equal(false)
    expect(codeTyped(waiting, '12 34 56 7').code).to.equal('123456')
    expect(isComplete(codeTyped(waiting, '123456'))).to.equal(true)
    expect(isComplete(asking(codeTyped(waiting, '123456')))).to.equal(false)
  })

  it('says what went wrong until something is typed, and when it is done', () => {
    const wrong = proofFailed(asking(codeTyped(asked(offered), '123456')), 'phone-code-wrong')

    expect(proofView(wrong, { text }).failure?.told).to.equal('验证码对不上。看看短信，再输一次。')
    expect(proofView(codeTyped(wrong, '1'), { text }).failure).to.equal(null)
    expect(proofView(proved(wrong), { text })).to.deep.include({ hint: '手机号已验证。', ask: '', isAsking: false })
  })

  it('of an address speaks of mail, and is not offered where letters only look like others', () => {
    const address = proofFor(noProof, 'email', 'wang@example.com')

    expect(proofView(address, { text })).to.deep.include({ isShown: true, ask: '发到邮箱' })
    expect(proofView(proofFor(noProof, 'email', 'wang@'), { text }).isShown).to.equal(false)
    expect(proofView(proofFor(noProof, 'email', 'w\u0430ng@example.com'), { text }).isShown).to.equal(false)
    expect(proofView(proofFailed(address, 'email-code-wrong'), { text }).failure?.told).to.contain('看看邮件')
  })

  it('shows later of which number or address it speaks, and not the whole of it', () => {
    expect(proofView(offered, { text, isLater: true }).hint).to.contain('138****8000')
  })

  it('offers WeChat’s number where it may be asked for, also before any is typed, and never for an address', () => {
    const byWechat = (proof: typeof offered, mayUseWechatNumber = true) =>
      proofView(proof, { text, mayUseWechatNumber }).byWechat

    expect(byWechat(noProof)).to.equal('一键验证微信手机号')
    expect(byWechat(offered)).to.equal('一键验证微信手机号')
    expect(byWechat(offered, false)).to.equal('')
    expect(byWechat(proved(offered))).to.equal('')
    expect(byWechat(proofFor(noProof, 'email', 'wang@example.com'))).to.equal('')
  })
})
