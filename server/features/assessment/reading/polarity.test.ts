import { expect } from 'chai'
import { readText } from './read-text.js'

function polarityOf(word: string, sentence: string): string | undefined {
  return readText(sentence).words.find(({ text }) => text.includes(word))?.polarity
}

describe('what a sentence says is not done', () => {
  const denied: [word: string, sentence: string][] = [
    ['道歉', '我不会道歉'],
    ['核实', '不需要核实'],
    ['核实', '我没有去核实'],
    ['核实', '我觉得用不着再核实一遍'],
    ['核实', '核实就不必了'],
    ['道歉', '道歉我是不会的'],
    ['登记', '我忘记登记了'],
    ['掏钱', '我不能自己掏钱垫'],
    ['同意', '不能同意他这样做'],
    ['登记', '跳过登记直接办'],
    ['道歉', '凭什么要我道歉'],
    ['道歉', '道歉有什么用'],
    ['拒绝', '我不会拒绝他'],
    ['拒绝', '老同事开口了不好拒绝'],
    ['登记', '不会因为他着急就替他登记'],
    ['apologise', 'I would never apologise'],
    ['verify', "I don't need to verify anything"],
    ['verify', 'without having to verify it'],
  ]
  for (const [word, sentence] of denied) {
    it(`${word} is denied in "${sentence}"`, () => {
      expect(polarityOf(word, sentence)).to.equal('negated')
    })
  }

  const said: [word: string, sentence: string][] = [
    ['道歉', '我会先道歉'],
    ['道歉', '不管怎样我都会道歉'],
    ['道歉', '不能只道歉，还要解决问题'],
    ['道歉', '不仅要道歉'],
    ['道歉', '我不得不道歉'],
    ['核实', '从来没有忘记核实'],
    ['核实', '不能不核实'],
    ['道歉', '我不会跟他吵我会先道歉'],
    ['道歉', '不是推卸而是道歉'],
    ['久等', '不好意思让您久等了'],
    ['久等', '对不起让您久等了'],
    ['登记', '我会解释为什么要登记'],
    ['登记', '要不要登记由主管决定'],
    ['办理', '特别着急的客户优先办理'],
    ['办理', '先帮别人办理'],
    ['拒绝', '我会拒绝'],
    ['apologise', 'I would not argue but apologise'],
    ['apologise', 'not only would I apologise'],
  ]
  for (const [word, sentence] of said) {
    it(`${word} is meant in "${sentence}"`, () => {
      expect(polarityOf(word, sentence)).to.not.equal('negated')
    })
  }
})
