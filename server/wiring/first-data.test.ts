import { expect } from 'chai'
import { productServer, type ProductServer } from '../../test/builders/product-server.js'
import { loadFirstData } from './first-data.js'

describe('the first data', () => {
  let product: ProductServer

  before(async () => {
    product = await productServer({ defaultData: true })
  })
  after(() => product.close())

  it('is noted once it is whole, and not looked at again by a start that finds the note', async () => {
    await loadFirstData(product.deps)
    const unread = Object.defineProperty({ ...product.deps }, 'fileKinds', {
      get: () => expect.fail('the stored files were looked at'),
    })

    await loadFirstData(unread)
  })

  it('is looked at when the product comes with other data than was noted', async () => {
    const { deps } = product
    await deps.firstData.note(deps.orgId, 'of an older version')

    await loadFirstData(deps)

    expect(await deps.firstData.has(deps.orgId, 'of an older version')).to.equal(false)
  })
})
