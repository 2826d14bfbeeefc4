import { expect } from 'chai'
import { longestFirst } from './longest-first.js'

describe('the order of the journeys', () => {
  it('is the longest first, and before them what nobody has measured', () => {
    expect(longestFirst(['short', 'new', 'long', 'another'], { short: 5, long: 90 })).to.deep.equal([
      'another',
      'new',
      'long',
      'short',
    ])
  })
})
