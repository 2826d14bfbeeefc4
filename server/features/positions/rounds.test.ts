import { expect } from 'chai'
import { position } from '../../../test/builders/data-files.js'
import { aiRoundOf, roundAfter, slotAhead, slotOnEntering, stageNameOf } from './rounds.js'

const slot = {
  startsAt: '2026-12-01T02:00:00Z',
  place: { zh: '三楼', en: '3F' },
  contact: { name: { zh: '张', en: 'Zhang' }, phone: '025-0000' },
}
const before = new Date('2026-12-01T01:59:59Z')
const begun = new Date(slot.startsAt)

describe('the rounds of a position', () => {
  it('begin with the AI interview and end after the last', () => {
    expect(aiRoundOf(position()).id).to.equal('ai-interview')
    expect(roundAfter(position(), 'ai-interview')?.id).to.equal('second-round')
    expect(roundAfter(position(), 'second-round')).to.equal(undefined)
  })

  it('have a name people read, also for the step before them and for a round that is gone', () => {
    expect(stageNameOf(position(), 'second-round').zh).to.equal('复试')
    expect(stageNameOf(position(), 'screening').zh).to.equal('简历初筛')
    expect(stageNameOf(position(), 'gone').zh).to.equal('gone')
  })

  it('offer their slot until it begins; from then on there is none', () => {
    expect(slotAhead(slot, before)).to.equal(slot)
    expect(slotAhead(slot, begun)).to.equal(undefined)
    expect(slotAhead(undefined, before)).to.equal(undefined)
  })

  it('take place as chosen for who enters, else at the position’s own time while it is ahead', () => {
    const chosen = { ...slot, startsAt: '2026-12-05T02:00:00Z' }

    expect(slotOnEntering({ slot }, { chosen, at: before })).to.equal(chosen)
    expect(slotOnEntering({ slot }, { at: before })).to.equal(slot)
    expect(slotOnEntering({ slot }, { at: begun })).to.equal(undefined)
  })
})
