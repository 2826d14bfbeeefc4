import { expect } from 'chai'
import { aiRound, humanRound, position } from '../../../../test/builders/data-files.js'
import { mergedOver } from './merge-over.js'

const base = position()

describe('a file that two people changed', () => {
  it('keeps what each of them changed, and mine where both did', () => {
    const mine = position({ minutes: 20, open: false })
    const theirs = position({ minutes: 30, city: { zh: '苏州', en: 'Suzhou' } })

    expect(mergedOver({ base, mine, theirs })).to.deep.equal({ ...theirs, minutes: 20, open: false })
  })

  it('keeps rounds that one of them added, changed or took out', () => {
    const [ai, second] = [aiRound(), humanRound()]
    const [extra, other] = [humanRound({ id: 'extra' }), humanRound({ id: 'other' })]
    const rounds = (mine: object[], theirs: object[]) =>
      (
        mergedOver({ base: { rounds: [ai, second] }, mine: { rounds: mine }, theirs: { rounds: theirs } }) as {
          rounds: unknown[]
        }
      ).rounds

    expect(rounds([ai, second, extra], [ai, { ...second, weight: 1 }, other])).to.deep.equal([
      ai,
      { ...second, weight: 1 },
      extra,
      other,
    ])
    expect(rounds([ai], [ai, second, other])).to.deep.equal([ai, other])
    expect(rounds([{ ...ai, weight: 9 }, second], [ai])).to.deep.equal([{ ...ai, weight: 9 }])
  })
})
