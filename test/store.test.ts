import { expect } from 'chai'
import { testStore } from './store.js'

describe('the store of tests', () => {
  it('gives every caller an empty database of its own', async () => {
    const [one, other] = await Promise.all([testStore(), testStore()])

    await one.collection('things').insertOne({ name: '小招' })

    expect(await one.collection('things').countDocuments()).to.equal(1)
    expect(await other.collection('things').countDocuments()).to.equal(0)
  })
})
