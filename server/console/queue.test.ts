import { expect } from 'chai'
import { nextIn } from './queue.js'

describe('from one candidate to the next', () => {
  it('goes in the order of the list, and says how many are left', () => {
    expect(nextIn({ ids: ['a', 'b', 'c'] }, 'a')).to.deep.equal({ id: 'b', left: 2, more: false })
    expect(nextIn({ ids: ['a', 'b', 'c'] }, 'c')).to.equal(undefined)
  })

  it('begins at the first for somebody who is not in the list', () => {
    expect(nextIn({ ids: ['a', 'b'], more: {} }, 'z')).to.deep.equal({ id: 'a', left: 2, more: true })
    expect(nextIn({ ids: [] }, 'z')).to.equal(undefined)
  })
})
