import { expect } from 'chai'
import { aiRound, humanRound, position } from '../../../../test/builders/data-files.js'
import { concernsOf, positionChanges } from './position-changes.js'

const told = (changes: Parameters<typeof position>[0], before = position()) =>
  positionChanges(before, position(changes)).map(
    ({ at, before: was, after }) => `${at.join('.')} ${JSON.stringify(was)} ${JSON.stringify(after)}`,
  )

describe('what saving a position would change', () => {
  it('is told field by field, a text with both its languages', () => {
    const city = { zh: '苏州', en: 'Suzhou' }

    expect(told({ minutes: 20, city, answerModes: ['text'] })).to.deep.equal([
      `city ${JSON.stringify(position().city)} ${JSON.stringify(city)}`,
      'answerModes ["text","number"] ["text"]',
      'minutes 10 20',
    ])
    expect(told({})).to.deep.equal([])
  })

  it('knows a round that moved, one that is new and one that is gone', () => {
    const [second, final] = [humanRound(), humanRound({ id: 'final' })]
    const before = position({ rounds: [aiRound(), second, final] })
    const extra = humanRound({ id: 'extra' })

    expect(positionChanges(before, position({ rounds: [aiRound(), final, second] })).map(({ at }) => at)).to.deep.equal(
      [['rounds']],
    )
    expect(positionChanges(before, position({ rounds: [aiRound(), second, extra] }))).to.deep.equal([
      { at: ['rounds', '2'], after: extra },
      { at: ['rounds', '2'], before: final },
    ])
  })

  it('does not take a line put before others for a change of all of them', () => {
    const duties = [{ zh: '新', en: 'new' }, ...position().duties]

    expect(positionChanges(position(), position({ duties }))).to.deep.equal([{ at: ['duties', '0'], after: duties[0] }])
  })

  it('tells of an entry rule and a time that come or go, and of a least score', () => {
    const { entry: _entry, ...plain } = humanRound()

    expect(told({ rounds: [aiRound(), plain] })).to.deep.equal([
      'rounds.1.entry.minTotal 70 undefined',
      'rounds.1.entry.competencyFloors.service 3 undefined',
    ])
  })

  it('concerns those that it concerns', () => {
    const rounds = [aiRound({ weight: 50 }), humanRound({ weight: 50 })]
    const changes = positionChanges(position(), position({ rounds, plan: [], minutes: 3 }))

    expect(concernsOf(changes)).to.deep.equal(['questions', 'rounds', 'texts'])
  })
})
