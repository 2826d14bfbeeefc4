import { expect } from 'chai'
import { keptIn } from './remembered-query.js'

describe('remembered filters', () => {
  it('come back as far as they are still filters', () => {
    expect(keptIn('{"position":"teller","gone":"x","stage":3}', ['position', 'stage'])).to.deep.equal({
      position: 'teller',
    })
  })

  it('are empty when nothing readable was kept', () => {
    for (const kept of [null, '', '{', 'null', '"x"', '[]']) expect(keptIn(kept, ['position'])).to.deep.equal({})
  })
})
