import { expect } from 'chai'
import type { CompetencyAssessment } from '../../../shared/contracts/assessment.js'
import { isComplete } from './competency-scores.js'
import { whatNeedsPerson } from './needs-person.js'

const said = (text: string) => ({ zh: text, en: text })
const scored: CompetencyAssessment = {
  competencyId: 'service',
  name: said('服务'),
  weight: 95,
  score: 4.5,
  band: 'excellent',
  questionIds: ['queue'],
}
const neverAsked: CompetencyAssessment = { competencyId: 'domain', name: said('知识'), weight: 5, questionIds: [] }
const notShown: CompetencyAssessment = { ...neverAsked, questionIds: ['deposit'] }
const reasons = (competencies: CompetencyAssessment[]) =>
  whatNeedsPerson({ questions: [], competencies, total: 90, position: { id: 'teller' } }).map(({ reason }) => reason)

/** Of positions that were saved before this was refused. */
describe('a competency that has a weight and no question', () => {
  it('flags no report, and keeps no rule from advancing', () => {
    expect(reasons([scored, neverAsked])).to.deep.equal([])
    expect(isComplete([scored, neverAsked])).to.equal(true)
  })

  it('is another thing than one whose question was not shown', () => {
    expect(reasons([scored, notShown])).to.deep.equal(['not-assessed'])
    expect(isComplete([scored, notShown])).to.equal(false)
  })
})
