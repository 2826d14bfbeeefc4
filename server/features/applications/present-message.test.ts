import { expect } from 'chai'
import { presentMessage } from './present-message.js'

const at = new Date('2026-11-25T12:00:00Z')
const why = { zh: '没有可用的微信订阅', en: 'no WeChat subscription left' }

describe('what was sent to a candidate, as staff read it', () => {
  const read = (status: Parameters<typeof presentMessage>[0]['status'], tried = true) =>
    presentMessage({
      template: 'invitation',
      status,
      queuedAt: at,
      attempts: tried ? [{ at, channel: 'sms', why, outcome: 'sent' }] : [],
    }).detail

  it('says what it was, whether it went and which way, not why the router chose that way', () => {
    expect(read('sent').zh).to.equal('面试邀请：短信已被平台接受')
    expect(read('unconfirmed').zh).to.equal('面试邀请：短信可能没有送达，平台没有回音')
    expect(read('queued', false).en).to.equal('Interview invitation: waiting to be sent')
  })

  it('holds no raw code for what was dropped or failed', () => {
    for (const status of ['dropped', 'failed'] as const)
      for (const text of Object.values(read(status, false))) expect(text).not.to.match(/[a-z]+-[a-z]+|undefined/)
  })

  it('says what did not arrive, and what was done instead', () => {
    const after = (status: 'sent' | 'failed', last: 'sent' | 'delivered' | 'undelivered') =>
      presentMessage({
        template: 'invitation',
        status,
        queuedAt: at,
        attempts: [
          { at, channel: 'email', why, outcome: 'undelivered' },
          { at, channel: 'sms', why, outcome: last },
        ],
      }).detail.zh

    expect(after('sent', 'sent')).to.equal('面试邀请：邮件没有送达；短信已被平台接受')
    expect(after('sent', 'delivered')).to.equal('面试邀请：邮件没有送达；短信已送达')
    expect(after('failed', 'undelivered')).to.equal('面试邀请：邮件没有送达；短信没有送达；没有别的渠道，请打电话联系')
  })
})
