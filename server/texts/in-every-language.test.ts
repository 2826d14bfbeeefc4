import { expect } from 'chai'
import { inEveryLanguage, unchanged } from './in-every-language.js'
import { listing } from './listing.js'

const zh = {
  greeting: '您好',
  count: (people: number) => `${people} 人`,
  apply: (position: string, { at }: { at: string }) => `应聘${at}的${position}`,
  named: (names: readonly string[]) => listing('zh')(names),
}
const en: typeof zh = {
  greeting: 'Hello',
  count: (people) => `${people} people`,
  apply: (position, { at }) => `${position} at ${at}`,
  named: (names) => listing('en')(names),
}
const texts = inEveryLanguage({ zh, en })

describe('texts in every language', () => {
  it('hold a fixed text in every language', () => {
    expect(texts.greeting).to.deep.equal({ zh: '您好', en: 'Hello' })
  })

  it('hand every language its own part of what is filled in, and what has no language as it is', () => {
    const [teller, bank] = [{ zh: '柜员', en: 'Teller' }, unchanged('ABC')]

    expect(texts.apply(teller, { at: bank })).to.deep.equal({ zh: '应聘ABC的柜员', en: 'Teller at ABC' })
    expect(texts.count(3)).to.deep.equal({ zh: '3 人', en: '3 people' })
  })

  it('write a list as the language does', () => {
    const names = [{ zh: '甲', en: 'A' }, { zh: '乙', en: 'B' }, 'C']

    expect(texts.named(names)).to.deep.equal({ zh: '甲、乙、C', en: 'A, B and C' })
  })
})
