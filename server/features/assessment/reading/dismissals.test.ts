import { expect } from 'chai'
import { isDismissal } from './dismissals.js'
import { readText } from './read-text.js'

describe('what waves an act aside', () => {
  const waved = [
    '道歉就免了吧',
    '回访就算了',
    '登记纯属多余',
    '我才不道歉',
    '解释也白搭',
    '没什么好道歉的',
    '看不看都行',
    '关我什么事',
    '还要等多久让他自己看',
    '爱等不等',
    'who cares about the queue',
  ]
  for (const clause of waved) it(`is found in "${clause}"`, () => expect(isDismissal(clause)).to.equal(true))

  const meant = [
    '帮他把手续费免了',
    '我算了一下利息',
    '把多余的钱退给他',
    '客户不满意',
    '这样不公平',
    '根本没有安全账户',
    '不能随便敷衍',
    '同事说算了吧',
    '无所谓的事也要记',
  ]
  for (const clause of meant) it(`is not found in "${clause}"`, () => expect(isDismissal(clause)).to.equal(false))

  it('turns its clause round, and the one before when it says nothing else', () => {
    const polarities = (text: string) => readText(text).words.map(({ polarity }) => polarity)

    expect(polarities('登记？多余')[0]).to.equal('negated')
    expect(polarities('登记就免了吧')[0]).to.equal('negated')
    expect(polarities('登记。多余')[0]).to.equal('plain')
  })
})
