import { expect } from 'chai'
import { totalsOf } from './index.js'

describe('what happened while somebody answered', () => {
  it('is summed up a kind, in the order in which each came first', () => {
    const away = { kind: 'away' as const, lastedMs: 20_000 }

    expect(totalsOf([away, { kind: 'call', lastedMs: 5_000 }, { ...away, lastedMs: 21_000 }])).to.deep.equal([
      { kind: 'away', times: 2, lastedMs: 41_000 },
      { kind: 'call', times: 1, lastedMs: 5_000 },
    ])
    expect(totalsOf([])).to.deep.equal([])
  })
})
