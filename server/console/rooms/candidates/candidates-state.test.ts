import { expect } from 'chai'
import { candidateRow } from '../../../../test/builders/staff-lists.js'
import { withPage } from './candidates-state.js'

describe('the list of candidates', () => {
  it('grows by a page, and shows nobody twice who moved on meanwhile', () => {
    const shown = [candidateRow(1), candidateRow(2)]

    expect(withPage(shown, [candidateRow(2), candidateRow(3)])).to.deep.equal([...shown, candidateRow(3)])
  })
})
