import { expect } from 'chai'
import { candidateChannels } from '../../../../shared/contracts/notifications.js'
import { chooseChannel, type Choosing } from './choose-channel.js'

const usual: Choosing = {
  contact: { phone: '13800001234', email: 'wang@example.com' },
  left: { subscription: 1, email: Infinity, sms: Infinity },
  channels: candidateChannels,
  refusedBy: [],
  now: new Date('2026-11-22T02:00:00Z'), // 10:00 in Shanghai
  zone: 'Asia/Shanghai',
  quietHours: { from: '22:00', to: '08:00' },
  exempt: false,
}

describe('the organisation’s channels', () => {
  const by = (channels: Choosing['channels'], refusedBy: Choosing['refusedBy'] = []) =>
    chooseChannel({ ...usual, channels, refusedBy })

  it('are taken in its order, and none that it may not use', () => {
    expect(by(['subscription', 'email', 'sms'])).to.include({ channel: 'email', why: 'no-wechat' })
    expect(by(['sms', 'email'])).to.include({ channel: 'sms', why: 'no-wechat' })
    expect(by(['email', 'sms'], ['email'])).to.include({ channel: 'sms', why: 'email-refused' })
    expect(by(['subscription', 'email'], ['email'])).to.deep.equal({ kind: 'unreachable', why: 'refused-everywhere' })
  })

  it('are without e-mail where there is no mail server', () => {
    expect(chooseChannel({ ...usual, left: { ...usual.left, email: 0 } })).to.include({ channel: 'sms' })
  })
})
