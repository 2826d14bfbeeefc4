import { expect } from 'chai'
import type { RedLine } from '../../../../shared/contracts/question-bank.js'
import { readText } from '../reading/read-text.js'
import { findAct } from './find-act.js'

const line: RedLine = {
  id: 'shares-login',
  label: { zh: '借用柜员号', en: 'Borrows a login' },
  does: ['用他的柜员号帮他做完'],
  refuses: ['不能用他的柜员号'],
  acts: [
    { do: ['用', '登', 'use', 'log in'], what: ['他的号', '他的柜员号', 'his login'], not: ['改密码'] },
    { do: ['先放款…后补', '先付款…后补'] },
    { do: ['借'], what: ['柜员号'], to: ['同事'] },
  ],
}
const lines = [line]
const found = (answer: string, ignored = new Set<number>()) => {
  const text = readText(answer)
  const act = findAct(text, lines, ignored)
  return act && { certain: act.certain, said: act.clauses.map((at) => text.clauses[at]).length }
}
const certain = { certain: true, said: 1 }
const likely = { certain: false, said: 2 }

describe('acts that nobody may propose', () => {
  for (const answer of [
    '我先登上他的号把那几笔做掉',
    '那我就用一下他的柜員號，很快的',
    'I would use his login to finish',
    'Then I log in as him with his login',
    '客户急，我先放款再说后补手续',
    '我把柜员号借给同事',
    '没办法，虽然不合规，但我还是用他的号做完',
    '我分别把柜员号借给两位同事',
    '急的时候我特别会变通，我特别用他的号做完',
    '我不得不用他的号做完',
    '我不能不用他的号',
    'I not only log in with his login but finish everything',
  ])
    it(`are certain in one clause: “${answer}”`, () => expect(found(answer)).to.deep.equal(certain))

  for (const answer of ['直接用他的号做完', '就算不合规我也会用他的号'])
    it(`are likely where nobody is named who does it: “${answer}”`, () =>
      expect(found(answer)).to.deep.equal({ certain: false, said: 1 }))

  for (const answer of ['我接过他的号，登进去做完', 'He hands me his login, and I use it to finish'])
    it(`are likely in two that follow each other: “${answer}”`, () => expect(found(answer)).to.deep.equal(likely))

  for (const answer of [
    '我不会用他的号',
    '哪怕再急我也不用他的柜员号',
    '尽量不用他的号',
    '用他的号这种事，我不做',
    '用他的号，系统里记的是他，出了差错谁也说不清',
    '同事让我用他的号',
    '有人用他的号办业务',
    '有的同事图省事，用他的号把业务办了',
    '如果用他的号出了事',
    '用他的号是违规的',
    '拒绝用他的号，请他改密码',
    '先放款后补手续这个口子我开不了',
    'I never use his login',
    'Using his login would leave no trace',
    'Nobody may use his login',
    'I would rather be late than use his login',
  ])
    it(`are not found where they are refused, supposed, condemned or told of others: “${answer}”`, () =>
      expect(found(answer)).to.equal(undefined))

  it('are left alone in clauses that are not looked at, and without what they need', () => {
    expect(found('我用他的号做完', new Set([0]))).to.equal(undefined)
    expect(found('我把柜员号借给客户')).to.equal(undefined)
    expect(found('我用他的号登录后改密码')).to.equal(undefined)
  })

  it('are looked for in each list of lines once', () => {
    expect(findAct(readText('我用他的号做完'), [], new Set())).to.equal(undefined)
    expect(findAct(readText('我用他的号做完'), [{ ...line, acts: undefined as never }], new Set())).to.equal(undefined)
  })
})
