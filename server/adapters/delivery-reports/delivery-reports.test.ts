import { expect } from 'chai'
import { bounceOf } from '../../sandbox/delivery-reports/bounce-of.js'
import { deliveryReports } from './delivery-reports.js'

const key = 'k'.repeat(32)
const reports = deliveryReports({ key, mailDomain: 'jnbank.example' })
const told = {
  user_receive_time: '2026-11-29 10:00:00',
  nationcode: '86',
  mobile: '13800138000',
  report_status: 'FAIL',
  errmsg: 'UNDELIV',
  description: '用户短信接收失败',
  sid: '5000:abc-1_2',
}
const id = 'a'.repeat(24)
const bounce = bounceOf({ to: 'li@example.com', messageId: `<${id}@jnbank.example>` })

describe('reports of delivery', () => {
  it('are from nobody without the key', () => {
    expect([reports.isFrom(key), reports.isFrom(''), reports.isFrom(`${key}x`)]).to.deep.equal([true, false, false])
  })

  it('of Tencent are read as its document has them, without the number', () => {
    const both = JSON.stringify([told, { ...told, sid: '5000:def', report_status: 'SUCCESS', errmsg: 'DELIVRD' }])

    expect(reports.read('sms', both)).to.deep.equal([
      { platformId: '5000:abc-1_2', delivered: false, code: 'UNDELIV' },
      { platformId: '5000:def', delivered: true, code: 'DELIVRD' },
    ])
    expect(reports.taken('sms')).to.deep.equal({ result: 0, errmsg: 'OK' })
  })

  it('of Tencent in another form are none, and no text of theirs is kept', () => {
    for (const wrong of ['{', '{}', '[null]', JSON.stringify([{ ...told, sid: 1 }]), JSON.stringify([{ sid: 'x' }])])
      expect(reports.read('sms', wrong), wrong).to.equal(undefined)
    expect(reports.read('sms', JSON.stringify([{ ...told, errmsg: '空号 13800138000' }]))).to.deep.equal([
      { platformId: '5000:abc-1_2', delivered: false, code: 'FAIL' },
    ])
  })

  it('of a mail that came back name the mail and why', () => {
    expect(reports.read('email', bounce)).to.deep.equal([{ platformId: id, delivered: false, code: '5.1.1' }])
  })

  it('of a mail that is only late decide nothing', () => {
    expect(reports.read('email', bounce.replace('Action: failed', 'Action: delayed'))).to.deep.equal([])
  })

  it('are no letters that people wrote, and nothing about mails of others', () => {
    expect(reports.read('email', bounce.replace('multipart/report', 'multipart/mixed'))).to.equal(undefined)
    expect(reports.read('email', bounce.replace(`${id}@`, 'somebody@'))).to.equal(undefined)
  })
})
