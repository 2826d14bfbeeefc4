import { expect } from 'chai'
import { nextIn } from './queue.js'

describe('from one candidate to the next', () => {
  it('goes in the order of the list, and says how many are left', () => {
    expect(nextIn(['a', 'b', 'c'], 'a')).to.deep.equal({ id: 'b', left: 2 })
    expect(nextIn(['a', 'b', 'c'], 'c')).to.equal(undefined)
  })

  it('begins at the first for somebody who is not in the list', () => {
    expect(nextIn(['a', 'b'], 'z')).to.deep.equal({ id: 'a', left: 2 })
    expect(nextIn([], 'z')).to.equal(undefined)
  })
})
