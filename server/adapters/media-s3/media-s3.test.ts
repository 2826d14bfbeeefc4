import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { fakeBucket, oddBucket, s3Fault, type FakeBucket, type OddBucket } from '../../../test/fakes/bucket.js'
import type { Asked, OddReply } from '../../../test/fakes/odd-platform.js'
import { nobodyListens } from '../../../test/local-platform.js'
import { keepsToTheMediaStore } from '../../../test/media-store-cases.js'
import { outcomeOf } from '../../../test/outcome.js'
import type { MediaStore } from '../../ports/media-store.js'
import { mediaS3 } from './media-s3.js'

const sealed = Buffer.from('sealed')
const everyAct = (store: MediaStore) => [
  () => store.put('bank/wang/1', sealed),
  () => store.get('bank/wang/1'),
  () => store.remove('bank/wang'),
]

describe('media in a bucket', () => {
  let there: FakeBucket
  let media: MediaStore

  beforeEach(async () => {
    there = await fakeBucket()
    media = mediaS3(there.bucket)
  })
  afterEach(() => there.close())

  keepsToTheMediaStore(() => media)

  it('is away when it is another bucket or another key pair, and not empty', async () => {
    for (const changed of [{ bucket: 'nowhere' }, { accessKeyId: 'another' }])
      for (const act of everyAct(mediaS3({ ...there.bucket, ...changed })))
        expect(await outcomeOf(act()), JSON.stringify(changed)).to.equal('media-away')
  })
})

describe('media in a bucket that does not do as it should', () => {
  let there: OddBucket
  afterEach(() => there.close())

  async function media(reply: (asked: Asked, count: number) => OddReply, callSeconds = 5) {
    there = await oddBucket(reply)
    return mediaS3({ ...there.bucket, callSeconds })
  }

  for (const [what, reply, outcome, calls] of [
    ['refuses', s3Fault(403, 'AccessDenied'), 'media-away', 1],
    ['is broken', s3Fault(500, 'InternalError'), 'media-away', 3],
    ['is busy', s3Fault(503, 'SlowDown'), 'media-away', 3],
    ['breaks the connection', 'reset', 'media-away', 3],
    ['is full', s3Fault(507, 'XMinioStorageFull'), 'media-full', 1],
    ['is no bucket at all', { status: 200, text: '<html>hello</html>' }, undefined, 1],
  ] as const)
    it(`says ${outcome} when it ${what}, after ${calls} tries`, async () => {
      const store = await media(() => reply)

      expect(await outcomeOf(store.put('bank/wang/1', sealed))).to.equal(outcome)
      expect(there.asked).to.have.length(calls)
    })

  it('keeps nothing of keys and answers in what it throws', async () => {
    const store = await media(() => s3Fault(403, 'AccessDenied'))
    for (const act of everyAct(store)) {
      const error = await act().catch((thrown: unknown) => thrown as Error)
      const whole = JSON.stringify([error, (error as Error).cause, `${(error as Error).cause as Error}`])
      expect(whole)
        .to.contain('AccessDenied')
        .and.not.to.match(/wang|S3RVER|authorization/i)
    }
  })

  it('gets through a short fault', async () => {
    const store = await media((_asked, count) => (count === 1 ? s3Fault(500, 'InternalError') : { status: 200 }))

    expect(await outcomeOf(store.put('bank/wang/1', sealed))).to.equal(undefined)
  })

  it('waits for a slow one so long and no longer, with all tries together', async () => {
    const store = await media(() => 'hang', 0.1)
    const before = performance.now()

    for (const act of everyAct(store)) expect(await outcomeOf(act())).to.equal('media-away')
    expect(there.asked.length, 'more than one try each').to.be.greaterThan(3)
    expect(performance.now() - before).to.be.lessThan(3_000)
  })

  it('is away where nobody is, or where the bucket lets nothing go', async () => {
    const page = '<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>'
    const kept = '<DeleteResult><Error><Key>bank/wang</Key><Code>AccessDenied</Code></Error></DeleteResult>'
    const store = await media(({ method }) => ({ status: 200, text: method === 'POST' ? kept : page }))
    expect(await outcomeOf(store.remove('bank/wang'))).to.equal('media-away')

    const nobody = mediaS3({ ...there.bucket, endpoint: `http://${await nobodyListens()}` })
    expect(await outcomeOf(nobody.get('bank/wang'))).to.equal('media-away')
  })

  it('removes page by page, each with the sum that older stores ask for, and reads no more than a piece', async () => {
    const pages = ['a', 'b', 'c'].map((page, at) => {
      const keys = Array.from({ length: 1_000 }, (_, number) => `bank/wang/${page}/${number}`)
      const mark = at < 2 ? `<NextContinuationToken>${at + 1}</NextContinuationToken>` : ''
      const contents = keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')
      return `<ListBucketResult><IsTruncated>${at < 2}</IsTruncated>${mark}${contents}</ListBucketResult>`
    })
    const store = await media(({ method, url }) => {
      if (method === 'GET')
        return { status: 200, text: pages[Number(url.searchParams.get('continuation-token') ?? 0)]! }
      return { status: 200, text: '<DeleteResult></DeleteResult>' }
    })
    await store.remove('bank/wang')

    const deletions = there.asked.filter(({ method }) => method === 'POST')
    expect(deletions.map(({ body }) => body.toString().split('<Key>').length - 1)).to.deep.equal([
      1, 1_000, 1_000, 1_000,
    ])
    for (const { headers, body } of deletions) {
      expect(headers['content-md5']).to.equal(createHash('md5').update(body).digest('base64'))
      expect(Object.keys(headers).join()).not.to.contain('checksum')
    }
    for (const { url, method } of there.asked)
      if (method === 'GET') expect(url.searchParams.get('prefix')).to.equal('bank/wang/')
  })

  it('does not read on and on', async () => {
    const store = await media(() => ({ status: 200, text: 'x'.repeat(600 * 1024) }))

    expect(await outcomeOf(store.get('bank/wang/1'))).to.equal('media-away')
  })
})
