import { expect } from 'chai'
import { testStore } from '../../../test/store.js'
import { exposureStore, type ExposureStore } from './exposure-store.js'

describe('how often each question was given to somebody', () => {
  let exposures: ExposureStore

  beforeEach(async () => {
    exposures = exposureStore(await testStore())
    await exposures.ready()
  })

  it('is counted for each bank of each organisation, from nothing', async () => {
    await exposures.count('o1', 'teller', ['queue@1', 'sums@1'])
    await exposures.count('o1', 'teller', ['queue@1'])
    await exposures.count('o2', 'teller', ['queue@1'])

    expect(await exposures.countsOf('o1', 'teller')).to.deep.equal({ 'queue@1': 2, 'sums@1': 1 })
    expect(await exposures.countsOf('o1', 'risk')).to.deep.equal({})
  })

  it('misses nobody when many begin at the same time', async () => {
    await Promise.all(Array.from({ length: 30 }, () => exposures.count('o1', 'teller', ['queue@1'])))

    expect(await exposures.countsOf('o1', 'teller')).to.deep.equal({ 'queue@1': 30 })
  })
})
