import { expect } from 'chai'
import { heardOn, toTell, type Hearing } from './listened.js'

const after = (...places: number[]) =>
  toTell(places.reduce<Hearing | undefined>((hearing, ms) => heardOn(hearing, ms), undefined))

describe('how much of a recording was heard', () => {
  it('is what was played, from where to where', () => {
    expect(after(3_000, 3_250, 3_500, 4_400)).to.deep.equal({ fromSeconds: 3, toSeconds: 5, seconds: 1 })
  })

  it('leaves out what was jumped, and counts twice what was heard twice', () => {
    expect(after(0, 1_000, 2_000, 30_000, 31_000)).to.deep.equal({ fromSeconds: 0, toSeconds: 31, seconds: 3 })
    expect(after(0, 1_000, 2_000, 0, 1_000)).to.deep.equal({ fromSeconds: 0, toSeconds: 2, seconds: 3 })
  })

  it('is nothing where somebody only looked or jumped', () => {
    expect([after(), after(5_000), after(5_000, 50_000)]).to.deep.equal([undefined, undefined, undefined])
    expect(after(1_000, 50_000, 51_000)).to.deep.equal({ fromSeconds: 50, toSeconds: 51, seconds: 1 })
  })
})
