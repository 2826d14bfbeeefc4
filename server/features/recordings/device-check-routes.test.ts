import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { maxTrialBytes } from '../../../shared/contracts/device-check.js'
import { productServer, type ProductServer } from '../../../test/builders/product-server.js'

describe('how fast a phone sends, over HTTP', () => {
  let product: ProductServer
  let token: string
  let people = 0

  before(async () => void (product = await productServer()))
  after(() => product.close())
  beforeEach(async () => void (token = await signedIn()))

  async function signedIn(): Promise<string> {
    const code = `wx-trial-${(people += 1)}`
    const { body } = await product.browser().call('POST', '/api/candidate/sessions', { code })
    return (body as { token: string }).token
  }

  const send = async (bytes: Buffer, by = token) => {
    const reply = await fetch(`${product.base}/api/candidate/device-check/upload`, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${by}` },
    })
    return reply.status
  }

  it('is tried with up to 256 KB, of which nothing is kept', async () => {
    const rowsBefore = await counted()
    const filesBefore = await readdir(product.dataDir, { recursive: true })
    expect(await send(randomBytes(1))).to.equal(204)
    expect(await send(randomBytes(maxTrialBytes))).to.equal(204)

    expect(await counted()).to.deep.equal(rowsBefore)
    expect(await readdir(product.dataDir, { recursive: true })).to.deep.equal(filesBefore)
  })

  it('is refused beyond that, and to whoever is not signed in', async () => {
    expect(await send(randomBytes(maxTrialBytes + 1))).to.equal(413)
    expect(await send(randomBytes(1), 'nobody')).to.equal(401)
  })

  it('is slowed down beyond some checks a minute, for that phone alone', async () => {
    const sent = await Promise.all(Array.from({ length: 33 }, () => send(randomBytes(1))))

    expect(sent.filter((status) => status === 429)).to.have.length(3)
    expect(await send(randomBytes(1), await signedIn())).to.equal(204)
  })

  async function counted(): Promise<Record<string, number>> {
    const collections = await product.connection.db!.collections()
    const counts = await Promise.all(collections.map(async (one) => [one.collectionName, await one.countDocuments()]))
    return Object.fromEntries(counts) as Record<string, number>
  }
})
