import { expect } from 'chai'
import { differencesOf, mostDifferences } from './differences.js'

describe('what changed in a data file', () => {
  it('is told by the path, with before and after', () => {
    expect(
      differencesOf(
        { open: true, title: { zh: '柜员', en: 'Teller' } },
        { open: false, title: { zh: '综合柜员', en: 'Teller' } },
      ),
    ).to.deep.equal([
      { at: 'open', before: 'true', after: 'false' },
      { at: 'title.zh', before: '柜员', after: '综合柜员' },
    ])
  })

  it('names what was added and what was taken away', () => {
    expect(differencesOf({ slot: { place: 'A' } }, { minutes: 20 })).to.deep.equal([
      { at: 'slot', before: '{"place":"A"}' },
      { at: 'minutes', after: '20' },
    ])
  })

  it('matches items by their id and tells a new order', () => {
    const [ai, people] = [
      { id: 'ai', weight: 60 },
      { id: 'people', weight: 40 },
    ]

    expect(differencesOf({ rounds: [ai, people] }, { rounds: [people, { ...ai, weight: 50 }] })).to.deep.equal([
      { at: 'rounds.ai.weight', before: '60', after: '50' },
      { at: 'rounds', before: 'ai → people', after: 'people → ai' },
    ])
    expect(differencesOf({ rounds: [ai, people] }, { rounds: [people] })).to.deep.equal([
      { at: 'rounds.ai', before: '{"id":"ai","weight":60}' },
    ])
  })

  it('matches plain items by their place, counted from one', () => {
    expect(differencesOf({ bring: ['a', 'b'] }, { bring: ['a', 'c'] })).to.deep.equal([
      { at: 'bring.2', before: 'b', after: 'c' },
    ])
  })

  it('is nothing for the same, and never endless', () => {
    expect(differencesOf({ a: [1, { b: null }] }, { a: [1, { b: null }] })).to.deep.equal([])
    expect(
      differencesOf(
        [],
        Array.from({ length: 500 }, (_, n) => n),
      ),
    ).to.have.length(mostDifferences)
    expect(differencesOf('', 'x'.repeat(999))[0]!.after).to.have.length(160)
  })
})
