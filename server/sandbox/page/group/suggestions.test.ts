import { expect } from 'chai'
import { peopleIn, suggestionsFor, type Command } from './suggestions.js'

const commands: Command[] = [
  { words: ['今日', 'today'], hint: '', aboutSomebody: false },
  { words: ['待办', 'todo'], hint: '', aboutSomebody: false },
  { words: ['待定', 'hold'], hint: '', aboutSomebody: true },
]
const people = [
  { code: 'A7K2', name: '王*明' },
  { code: 'B3T9', name: '李*' },
]
const textsFor = (typed: string) => suggestionsFor(typed, { commands, people }).items.map(({ text }) => text)
const isEager = (typed: string) => suggestionsFor(typed, { commands, people }).isEager

describe('what the group field proposes', () => {
  it('offers the bot as soon as an @ is typed, and Enter takes it', () => {
    expect(textsFor('@')).to.deep.equal(['@小招 '])
    expect(textsFor('早上好 @小')).to.deep.equal(['早上好 @小招 '])
    expect(isEager('@')).to.equal(true)
  })

  it('lists all commands after the mention, and Enter still sends', () => {
    expect(textsFor('@小招 ')).to.deep.equal(['@小招 今日', '@小招 待办', '@小招 待定 '])
    expect(isEager('@小招 ')).to.equal(false)
  })

  it('narrows the commands by what is typed, and is silent at a whole one', () => {
    expect(textsFor('@小招 待')).to.deep.equal(['@小招 待办', '@小招 待定 '])
    expect(textsFor('@小招 今日')).to.deep.equal([])
  })

  it('needs no mention where the bot is alone with somebody', () => {
    const alone = (typed: string) =>
      suggestionsFor(typed, { commands, people, isAlone: true }).items.map(({ text }) => text)

    expect(alone('待')).to.deep.equal(['待办', '待定 '])
    expect(alone('待定 王')).to.deep.equal(['待定 A7K2 '])
    expect(alone('')).to.deep.equal([])
  })

  it('knows every word of a command', () => {
    expect(textsFor('@小招 TO')).to.deep.equal(['@小招 today', '@小招 todo'])
    expect(textsFor('@小招 today')).to.deep.equal([])
    expect(textsFor('@小招 hold b')).to.deep.equal(['@小招 hold B3T9 '])
  })

  it('offers the candidates the group heard of where a command is about somebody', () => {
    expect(textsFor('@小招 待定 ')).to.deep.equal(['@小招 待定 A7K2 ', '@小招 待定 B3T9 '])
    expect(textsFor('@小招 待定 b')).to.deep.equal(['@小招 待定 B3T9 '])
    expect(textsFor('@小招 待定 王')).to.deep.equal(['@小招 待定 A7K2 '])
    expect(textsFor('@小招 今日 ')).to.deep.equal([])
  })

  it('keeps quiet at a code, at a reason, and where nobody is asked', () => {
    expect(textsFor('@小招 待定 A7K2')).to.deep.equal([])
    expect(textsFor('@小招 待定 A7K2 等笔试')).to.deep.equal([])
    expect(textsFor('收到 @小招')).to.deep.equal([])
    expect(textsFor('大家好')).to.deep.equal([])
    expect(textsFor('a@b.cn')).to.deep.equal([])
  })
})

describe('the candidates a group heard of', () => {
  it('are masked names with their codes, the latest first, each once', () => {
    const texts = ['**开始面试 · 王*明 A7K2 · 综合柜员**', '> 李* `B3T9` 建议暂缓', '**报告已生成 · 王*明 A7K2**']

    expect(peopleIn(texts)).to.deep.equal([
      { code: 'A7K2', name: '王*明' },
      { code: 'B3T9', name: '李*' },
    ])
  })

  it('are neither years nor figures', () => {
    expect(peopleIn(['**2026 年** 邀请 2026 人', '1*2 20261'])).to.deep.equal([])
  })
})
