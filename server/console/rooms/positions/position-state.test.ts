import { expect } from 'chai'
import type { Round } from '../../../../shared/contracts/positions.js'
import { emptySlot, moved, slotField, slotTime, sumOf, withoutRound, withRound } from './position-state.js'

const round = (id: string) => ({ id, kind: id === 'ai' ? 'ai' : 'human', weight: 0 }) as Round
const ids = (rounds: readonly Round[]) => rounds.map(({ id }) => id).join(' ')
const three = [round('ai'), round('second'), round('final')]

describe('the rounds of a position', () => {
  it('change places, but the AI interview stays the first', () => {
    expect(ids(moved(three, 2, 1))).to.equal('ai final second')
    for (const [from, to] of [
      [0, 1],
      [1, 0],
      [1, 3],
      [9, 1],
    ] as const)
      expect(ids(moved(three, from, to)), `${from} ${to}`).to.equal('ai second final')
  })

  it('are added with an id of their own', () => {
    const four = withRound([...three, round('round-5')])

    expect(ids(withRound(three))).to.equal('ai second final round-4')
    expect(four.at(-1)!.id).to.equal('round-6')
    expect(four.at(-1)).to.deep.include({ weight: 0, kind: 'human' })
  })

  it('are taken away, but for the first', () => {
    expect(ids(withoutRound(three, 1))).to.equal('ai final')
    expect(ids(withoutRound(three, 0))).to.equal('ai second final')
  })

  it('add up, also while a weight is being typed', () => {
    expect(sumOf([40, 60, '' as never])).to.equal(100)
  })

  it('take place by the organisation’s clock', () => {
    const slot = { ...emptySlot(), startsAt: slotTime('2026-12-08T14:00', 'Asia/Shanghai') }

    expect(slot.startsAt).to.equal('2026-12-08T06:00:00.000Z')
    expect(slotField(slot, 'Asia/Shanghai')).to.equal('2026-12-08T14:00')
    expect([slotField(emptySlot(), 'Asia/Shanghai'), slotTime('', 'Asia/Shanghai')]).to.deep.equal(['', ''])
  })
})
