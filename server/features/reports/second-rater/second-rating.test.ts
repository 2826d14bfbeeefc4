import { expect } from 'chai'
import type { Assessment } from '../../../../shared/contracts/assessment.js'
import { asksOfReport, isApart, isDrawn, statusAfter } from './second-rating.js'

const said = { zh: '相差', en: 'apart' }
const report = { interviewId: 'n1', questionIds: ['a', 'b', 'c'], reviewItems: ['b'] }
const apart: Pick<Assessment, 'needsPerson'> = {
  needsPerson: [
    { reason: 'scorers-apart', text: said, questionId: 'b', competencyId: 'service' },
    { reason: 'middle-score', text: said, competencyId: 'service' },
  ],
}

describe('when a second rater is asked for', () => {
  it('is from a band of difference on: .8 of a score', () => {
    expect([isApart(3.7, 4.5), isApart(4.5, 3.7), isApart(3.5, 4), isApart(2.6, 3.3)]).to.deep.equal([
      true,
      true,
      false,
      false,
    ])
  })

  it('waits for two, and has them settle it where any two are a band apart', () => {
    expect([[], [4], [4, 3.5], [4, 3], [4, 3.5, 3]].map(statusAfter)).to.deep.equal([
      'second',
      'second',
      'done',
      'settle',
      'settle',
    ])
  })

  it('is where the two scorers are apart, whatever the position says', () => {
    expect(asksOfReport(report, apart, 0)).to.deep.equal([{ questionId: 'b', reason: 'scorers-apart' }])
    expect(asksOfReport(report, undefined, 0)).to.deep.equal([])
  })

  it('is what people rate of a drawn report, and all of it where nothing needs a person', () => {
    expect(asksOfReport(report, undefined, 1)).to.deep.equal([{ questionId: 'b', reason: 'by-rule' }])
    expect(
      asksOfReport({ ...report, reviewItems: [] }, undefined, 1).map(({ questionId }) => questionId),
    ).to.deep.equal(['a', 'b', 'c'])
  })

  it('draws the share that the position says, and the same interviews every time', () => {
    const ids = Array.from({ length: 2_000 }, (_, at) => `interview-${at}`)
    const drawn = ids.filter((id) => isDrawn(id, 0.1))

    expect(drawn.length / ids.length).to.be.within(0.08, 0.12)
    expect(ids.filter((id) => isDrawn(id, 0.1))).to.deep.equal(drawn)
    expect(ids.filter((id) => isDrawn(id, 0.2))).to.include.members(drawn)
    expect(ids.some((id) => isDrawn(id, 0))).to.equal(false)
    expect(ids.every((id) => isDrawn(id, 1))).to.equal(true)
  })
})
