import { expect } from 'chai'
import { changedKeys } from './changed.js'

describe('what goes to the screen', () => {
  it('is only what differs', () => {
    const shown = { title: 'a', list: [{ id: 1 }], count: 1 }

    expect(changedKeys(shown, { title: 'a', list: [{ id: 2 }], count: 1 })).to.deep.equal({ list: [{ id: 2 }] })
  })

  it('is nothing when nothing changed', () => {
    expect(changedKeys({ title: 'a' }, { title: 'a' })).to.deep.equal({})
  })
})
