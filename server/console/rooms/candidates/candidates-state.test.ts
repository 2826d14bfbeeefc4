import { expect } from 'chai'
import type { CandidateRow } from '../../../../shared/contracts/staff-reports.js'
import { choicesWith, noChoices } from './candidates-state.js'

const row = (positionId: string, step: string): CandidateRow => ({
  applicationId: 'a'.repeat(24),
  name: '王小明',
  shortCode: 'A7K2',
  positionId,
  positionTitle: { zh: positionId, en: positionId },
  step,
  stepName: { zh: step, en: step },
  since: '2026-11-20T08:00:00.000Z',
})

describe('the filters of the candidates’ list', () => {
  it('keep offering what was seen before the list was filtered', () => {
    const all = choicesWith(noChoices, [row('teller', 'invited'), row('manager', 'submitted')])

    const after = choicesWith(all, [row('teller', 'declined')])

    expect([...after.positions.keys()]).to.deep.equal(['teller', 'manager'])
    expect([...after.steps.keys()]).to.deep.equal(['invited', 'submitted', 'declined'])
  })
})
