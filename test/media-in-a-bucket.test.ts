/** Recordings of the whole product in a bucket: what leaves the house is sealed, and what is removed is gone from there. */
import { expect } from 'chai'
import { mediaOfPerson } from '../server/features/recordings/media-of.js'
import { clipsOf } from '../server/features/recordings/recording.js'
import { readClip } from '../server/features/recordings/read-clip.js'
import { productServer, type ProductServer } from './builders/product-server.js'
import { agreesToBeRecorded, firstPiece, sha256Of, spokenInterview } from './builders/recorded.js'
import { fakeBucket, settingsOf, type FakeBucket } from './fakes/bucket.js'

describe('recordings in a bucket', () => {
  let bucket: FakeBucket
  let product: ProductServer

  beforeEach(async () => {
    bucket = await fakeBucket()
    product = await productServer({ defaultData: true, env: settingsOf(bucket.bucket) })
  })
  afterEach(async () => {
    await product.close()
    await bucket.close()
  })

  /** Sent as a phone sends it. */
  async function spoken(bytes: Buffer) {
    const { deps, base } = product
    const fresh = spokenInterview(product.now(), 'voice', { orgId: deps.orgId, openid: 'wx-speaker' })
    await agreesToBeRecorded(deps, fresh)
    const { interview } = await deps.interviews.insertUnlessBegun(fresh)
    const { body } = await product.browser().call('POST', '/api/candidate/sessions', { code: 'wx-speaker' })
    const authorization = `Bearer ${(body as { token: string }).token}`
    const path = `/api/candidate/interviews/${interview.id}/questions/1/takes/1/clips/1/pieces/1`
    const reply = await fetch(base + path, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: {
        authorization,
        'x-device-key': 'phone-one',
        'x-content-sha256': sha256Of(bytes),
        'content-type': 'application/octet-stream',
      },
    })
    return { status: reply.status, interview }
  }

  it('lie there sealed, are read back as they were said, and go with their person', async () => {
    const said = firstPiece(4_000)
    const { status, interview } = await spoken(said)
    expect(status).to.equal(204)

    const lying = await bucket.lying()
    expect(lying.length).to.be.greaterThan(said.length)
    for (let at = 0; at + 16 <= said.length; at += 16)
      expect(lying.includes(said.subarray(at, at + 16))).to.equal(false)
    for (const plain of [sha256Of(said), said.toString('base64').slice(8, 40)])
      expect(lying.includes(plain)).to.equal(false)

    const [recording] = await product.deps.recordings.listOf(interview.orgId, interview.id)
    const pieces: Buffer[] = []
    for await (const one of readClip(product.deps, recording!, clipsOf(recording!)[0]!.playable)) pieces.push(one)
    expect(Buffer.concat(pieces)).to.deep.equal(said)

    await product.deps.mediaStore.remove(mediaOfPerson(interview))
    expect((await bucket.lying()).includes(lying.subarray(0, 200))).to.equal(false)
  })

  it('are not acknowledged while the bucket is away', async () => {
    await bucket.close()

    expect((await spoken(firstPiece())).status).to.equal(503)
    bucket = await fakeBucket()
  })
})
