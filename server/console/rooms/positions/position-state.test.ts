import { expect } from 'chai'
import { position } from '../../../../test/builders/data-files.js'
import type { Round } from '../../../../shared/contracts/positions.js'
import {
  askedIn,
  emptySlot,
  groupsFor,
  joinedWords,
  modelsIn,
  moved,
  partedWords,
  positionFrom,
  slotField,
  slotTime,
  sumOf,
  swapped,
  withFloor,
  withoutRound,
  withRound,
} from './position-state.js'

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

describe('what the form of a position writes', () => {
  const group = (formGroup: string, questions: Record<string, number>) => ({
    formGroup,
    competencyId: 'service' as const,
    answerWith: 'text' as const,
    sample: { zh: '', en: '' },
    questions,
  })
  const bank = {
    id: 'b',
    title: { zh: '', en: '' },
    groups: [group('service', { teller: 2 }), group('more', { clerk: 1 })],
  }

  it('are words, however somebody parts them', () => {
    expect(partedWords('金融、会计，bank teller,\n会计;')).to.deep.equal(['金融', '会计', 'bank teller'])
    expect(partedWords(joinedWords(['CET-4', '英语 四级']))).to.deep.equal(['CET-4', '英语 四级'])
  })

  it('are least scores, which are there or not', () => {
    expect(withFloor({ service: 3 }, 'integrity', 2)).to.deep.equal({ service: 3, integrity: 2 })
    expect(withFloor({ service: 3 }, 'service', undefined)).to.deep.equal({})
  })

  it('stays in the list that it is moved in', () => {
    expect([swapped([1, 2, 3], 2, 0), swapped([1, 2], 0, -1)]).to.deep.equal([
      [3, 1, 2],
      [1, 2],
    ])
  })

  it('knows which questions it may ask, and which of its plan ask about a competency', () => {
    const copy = { ...position(), id: 'branch', questionsOf: 'teller' }

    expect(groupsFor(copy, bank).map(({ formGroup }) => formGroup)).to.deep.equal(['service'])
    expect(askedIn(copy, bank, 'service')).to.deep.equal([1])
    expect(askedIn({ ...copy, plan: [{ formGroup: 'service', or: ['rules'] }] }, bank, 'service')).to.deep.equal([])
    expect([askedIn(copy, bank, 'numeracy'), askedIn(position({ id: 'other' }), bank, 'service')]).to.deep.equal([
      [],
      [],
    ])
    expect(modelsIn(bank)).to.deep.equal(['teller', 'clerk'])
  })

  it('begins from another position, closed, with what that one asks and none of its times', () => {
    const slot = emptySlot()
    const model = position({ rounds: [position().rounds[0]!, { ...position().rounds[1]!, slot }] })
    const fresh = positionFrom(model, 'branch')

    expect(fresh).to.deep.include({ id: 'branch', open: false, questionsOf: 'teller', plan: model.plan })
    expect(fresh.rounds.some((one) => 'slot' in one)).to.equal(false)
    expect(positionFrom(fresh, 'third').questionsOf).to.equal('teller')
  })
})
