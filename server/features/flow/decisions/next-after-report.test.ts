import { expect } from 'chai'
import { assessment } from '../../../../test/builders/assessments.js'
import { nextAfterReport } from './next-after-report.js'

const entry = { minTotal: 80, competencyFloors: { integrity: 3 } }
const slot = {
  startsAt: '2026-12-01T02:00:00Z',
  place: { zh: '总行 3 楼', en: 'Head office, 3rd floor' },
  contact: { name: { zh: '张老师', en: 'Zhang' }, phone: '025-0000 0000' },
}

describe('what follows a report', () => {
  it('advances by rule only with the rule met, nothing for a person, and a slot to offer', () => {
    expect(nextAfterReport(assessment(), { byRule: true, entry, slot })).to.deep.equal({ kind: 'advance', slot })
  })

  it('asks a person, and says so, when nobody has set time and place', () => {
    expect(nextAfterReport(assessment(), { byRule: true, entry })).to.deep.equal({
      kind: 'ask-person',
      proposal: 'advance',
      slotMissing: true,
    })
  })

  it('asks a person when the round says so, or when no rule stands', () => {
    expect(nextAfterReport(assessment(), { byRule: false, entry, slot })).to.include({
      kind: 'ask-person',
      slotMissing: false,
    })
    expect(nextAfterReport(assessment(), { byRule: true, slot })).to.include({ kind: 'ask-person', slotMissing: false })
  })

  it('asks a person just below the total, below a floor, or with a competency missing', () => {
    const ask = (changes: Parameters<typeof assessment>[0]) =>
      nextAfterReport(assessment(changes), { byRule: true, entry, slot }).kind

    expect(ask({ total: 79.9 })).to.equal('ask-person')
    expect(ask({ total: 80 })).to.equal('advance')
    expect(ask({ complete: false })).to.equal('ask-person')
    expect(ask({ competencies: assessment().competencies.map((one) => ({ ...one, score: 2.9 })) })).to.equal(
      'ask-person',
    )
  })

  it('asks a person when the scorer itself asks for one', () => {
    const needsPerson = [{ reason: 'middle-score', text: { zh: '处于中间', en: 'In the middle' } }] as const

    expect(nextAfterReport(assessment({ needsPerson: [...needsPerson] }), { byRule: true, entry, slot })).to.include({
      kind: 'ask-person',
      slotMissing: false,
    })
  })

  it('never declines: it proposes, whatever the score', () => {
    const weak = assessment({
      total: 12,
      recommendation: { ...assessment().recommendation, kind: 'decline-suggested' },
    })

    expect(nextAfterReport(weak, { byRule: true, entry, slot })).to.deep.equal({
      kind: 'ask-person',
      proposal: 'decline',
      slotMissing: false,
    })
  })

  it('leaves it all to people when no machine scored', () => {
    expect(nextAfterReport(undefined, { byRule: true, entry, slot })).to.include({
      kind: 'ask-person',
      proposal: 'hold',
    })
  })
})
