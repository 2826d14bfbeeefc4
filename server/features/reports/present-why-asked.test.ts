import { expect } from 'chai'
import type { WhyAsked } from '../question-bank/index.js'
import { presentWhyAsked } from './present-why-asked.js'

const why: WhyAsked = { sourceId: 'q', weight: 30, among: 3, timesAsked: 4 }
const label = { zh: '合规', en: 'Compliance' }
const told = (more: Partial<WhyAsked> = {}) =>
  presentWhyAsked({ ...why, ...more }, { zh: '诚信', en: 'Integrity' }).map(({ zh, en }) => `${zh} ${en}`)

describe('why a question was asked', () => {
  it('is what it weighs, and that it was asked least of those that replace each other', () => {
    expect(told()).to.have.length(2)
    expect(told()[0]).to.contain('诚信占总分 30%').and.to.contain('Integrity')
    expect(told()[1]).to.match(/3 道.*4 次/)
  })

  it('is what the résumé lacks, and what was looked for', () => {
    const [, lacks] = told({ isFree: true, lacking: [{ label, words: ['反诈', 'audit'] }] })

    expect(lacks).to.contain('合规').and.to.contain('反诈').and.to.contain('audit').and.to.contain('Compliance')
    expect(told({ isFree: true })[1]).to.contain('按原计划')
  })

  it('is that all others of the group had been asked of this person before', () => {
    expect(told({ again: true })[1]).to.contain('都答过')
  })
})
