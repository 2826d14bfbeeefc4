import { expect } from 'chai'
import { banks } from '../fixtures/banks.js'
import type { RedLine } from '../../../../shared/contracts/question-bank.js'
import { readText } from '../reading/read-text.js'
import { findBrokenLine } from './red-lines.js'

const lines = banks.find(({ id }) => id === 'teller')?.redLines ?? []
const broken = (answer: string, among: readonly RedLine[] = lines) =>
  findBrokenLine(readText(answer), among, new Set())?.line.id

describe('red lines', () => {
  for (const { id, redLines = [], questions } of banks) {
    for (const line of [...redLines, ...questions.flatMap((question) => question.redLines ?? [])]) {
      it(`${line.id} of ${id} is crossed by what does it, and nothing is by what refuses it`, () => {
        for (const does of line.does) expect(broken(does, [line]), does).to.equal(line.id)
        for (const refuses of line.refuses) expect(broken(refuses, [line, ...redLines]), refuses).to.equal(undefined)
      })
    }
  }

  const honest = [
    '骗子会让您把钱转到安全账户',
    '如果我用他的号帮他做完，出了事谁也说不清',
    '同事说让我自己垫上算了',
    '用别人的柜员号登录是违规的',
    '替客户签字，这是不允许的',
    '我绝不会把假币退给客户',
    '他要求我别告诉主管',
    '他把密码写给我',
    'Scammers would tell you to transfer the money to the safe account',
    'I will not use his login to finish the transactions',
  ]
  for (const answer of honest) {
    it(`are not crossed by "${answer}"`, () => expect(broken(answer)).to.equal(undefined))
  }

  it('are crossed in other words, and with a concession before', () => {
    expect(broken('我先登录他的柜员账号，把那几笔弄完')).to.equal('shares-login')
    expect(broken('虽然违规，但我还是用他的柜员号帮他做完')).to.equal('shares-login')
  })

  it('are left alone in clauses that are not looked at', () => {
    expect(findBrokenLine(readText('把假币退给客户'), lines, new Set([0]))).to.equal(undefined)
  })
})
