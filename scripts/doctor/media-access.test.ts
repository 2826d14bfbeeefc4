import { expect } from 'chai'
import { nobodyListens } from '../../test/local-platform.js'
import { fakeBucket, oddBucket, s3Fault } from '../../test/fakes/bucket.js'
import type { Asked, OddReply } from '../../test/fakes/odd-platform.js'
import type { Config } from '../../server/config.js'
import { lookAtMedia } from './media-access.js'

const found = (bucket: Config['mediaBucket']) =>
  lookAtMedia(bucket).catch((error: unknown) => `FAIL ${(error as Error).message}`)

describe('what the doctor finds where recordings lie', () => {
  async function foundAt(reply: (asked: Asked) => OddReply) {
    const there = await oddBucket(reply)
    try {
      return await found({ ...there.bucket, callSeconds: 0.2, proxyUrl: undefined })
    } finally {
      await there.close()
    }
  }

  it('is well with a folder', async () => {
    expect(await found(undefined)).to.contain('accepted')
  })

  it('is well when a tiny object was put, read and removed, and leaves nothing there', async () => {
    const there = await fakeBucket()
    const line = await found({ ...there.bucket, proxyUrl: undefined })
    const left = await there.lying()
    await there.close()

    expect(line).to.contain('accepted').and.to.contain('recordings').and.to.contain('ap-shanghai')
    expect(left.length).to.equal(0)
  })

  for (const [what, reply, said] of [
    ['a key pair that is refused', s3Fault(403, 'AccessDenied'), 'may put, get, delete and list'],
    ['a bucket that is not there', s3Fault(404, 'NoSuchBucket'), 'MEDIA_S3_BUCKET'],
    ['another region', s3Fault(400, 'AuthorizationHeaderMalformed'), 'MEDIA_S3_REGION'],
    ['a clock that is wrong', s3Fault(403, 'RequestTimeTooSkewed'), 'clock'],
    ['a full bucket', s3Fault(507, 'XMinioStorageFull'), 'quota'],
    ['a broken store', s3Fault(500, 'InternalError'), 'MEDIA_S3_PATH_STYLE'],
    ['a store that is silent', 'hang', 'HTTPS_PROXY'],
    ['a store that forgets', { status: 200 }, 'MEDIA_S3_ENDPOINT'],
  ] as const)
    it(`is ${what}, with its cure and without the key`, async () => {
      const line = await foundAt(() => reply)

      expect(line).to.contain('FAIL').and.to.contain(said)
      expect(line).not.to.match(/S3RVER|doctor\//)
    })

  it('is a store that nobody serves', async () => {
    const bucket = { endpoint: `http://${await nobodyListens()}`, bucket: 'recordings', region: 'ap-shanghai' }
    const account = { accessKeyId: 'id', secretAccessKey: 'key', pathStyle: true, callSeconds: 1, proxyUrl: undefined }

    expect(await found({ ...bucket, ...account }))
      .to.contain('FAIL')
      .and.to.contain('HTTPS_PROXY')
  })

  it('is a bucket that keeps versions of what is removed', async () => {
    let kept: Buffer | undefined
    const line = await foundAt(({ method, url, body }) => {
      if (url.searchParams.has('versioning'))
        return { status: 200, text: '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>' }
      if (url.searchParams.has('list-type')) return { status: 200, text: '<ListBucketResult></ListBucketResult>' }
      if (method === 'POST') return { status: 200, text: '<DeleteResult></DeleteResult>' }
      if (method === 'PUT') kept = body
      return { status: 200, text: method === 'GET' ? kept! : '' }
    })

    expect(line).to.contain('FAIL').and.to.contain('keeps versions')
  })
})
