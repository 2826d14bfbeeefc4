import { Ajv } from 'ajv'
import { expect } from 'chai'
import { PositionForCandidate } from '../../../shared/contracts/positions.js'
import { position } from '../../../test/builders/data-files.js'
import { presentPositionForCandidate } from './present-position.js'

describe('showing a position to a candidate', () => {
  const { kind: _kind, ...fields } = position()
  const shown = presentPositionForCandidate({ ...fields, orgId: 'o1', revision: 3 }, ['text', 'number'])

  it('keeps the contract and counts the questions', () => {
    expect(new Ajv().compile(PositionForCandidate)(shown)).to.equal(true)
    expect(shown.questionCount).to.equal(2)
  })

  it('keeps weights, screening and the rule that decides to itself', () => {
    const text = JSON.stringify(shown)

    for (const secret of ['competencyWeights', 'screening', 'threshold', 'decision', 'minTotal', 'formGroup', 'orgId'])
      expect(text).not.to.contain(secret)
  })
})
