import { expect } from 'chai'
import { failureView } from '../i18n/failure-text.js'
import { textsOf } from '../i18n/texts.js'
import { answered, choicesIn, troubleOf } from './subscription-choice.js'

const ids = { invitation: 'i', progress: 'p', result: 'r', 'next-round': 'n' }

describe('what WeChat answers when asked for messages', () => {
  it('is an accept whatever it is announced with', () => {
    expect(
      choicesIn({ p: 'acceptWithAudio', r: 'accept', n: 'reject' }, ['progress', 'result', 'next-round'], ids),
    ).to.deep.equal([
      { template: 'progress', choice: 'accept' },
      { template: 'result', choice: 'accept' },
      { template: 'next-round', choice: 'reject' },
    ])
  })

  it('is nothing for a template that was not asked for, and for a word that nobody knows', () => {
    expect(
      choicesIn({ p: 'filter', r: 'maybe', errMsg: 'ok' }, ['progress', 'result', 'next-round'], ids),
    ).to.deep.equal([{ template: 'progress', choice: 'filter' }])
  })

  it('is told in words when WeChat shows no question, whatever its code', () => {
    for (const code of [20004, 10002, 10003, 10005, 20001, 20005, 20013, 99999, undefined]) {
      const { safe, told } = failureView(troubleOf(code), textsOf('zh'))

      expect(told, String(code)).to.contain('通知').and.not.contain('出了点问题')
      expect(safe).to.not.equal('')
    }
    expect(failureView(troubleOf(20004), textsOf('zh')).told).to.contain('设置')
    expect(answered([]).trouble).to.equal('messages-unavailable')
  })
})
