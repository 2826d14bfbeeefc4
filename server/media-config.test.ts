import { expect } from 'chai'
import { faultsOf, real } from '../test/builders/settings.js'
import { readConfig } from './config.js'

describe('the configuration of a bucket for recordings', () => {
  const bucket = {
    MEDIA_S3_ENDPOINT: 'https://cos.ap-shanghai.myqcloud.com/',
    MEDIA_S3_BUCKET: 'recordings-1250000000',
    MEDIA_S3_REGION: 'ap-shanghai',
    MEDIA_S3_ACCESS_KEY_ID: 'id-of-nobody',
    MEDIA_S3_SECRET_ACCESS_KEY: 'key-of-nobody',
  }

  it('is off unless it is named: then recordings lie in a folder', () => {
    expect(readConfig(real).mediaBucket).to.equal(undefined)
    expect(readConfig({ ...real, ...bucket }).mediaBucket).to.deep.equal({
      ...{ endpoint: 'https://cos.ap-shanghai.myqcloud.com', bucket: 'recordings-1250000000', region: 'ap-shanghai' },
      ...{ accessKeyId: 'id-of-nobody', secretAccessKey: 'key-of-nobody', pathStyle: false, callSeconds: 5 },
      proxyUrl: undefined,
    })
    expect(readConfig({ ...bucket, MEDIA_S3_PATH_STYLE: 'on' }).mediaBucket).to.include({ pathStyle: true })
  })

  for (const name of Object.keys(bucket))
    it(`asks for ${name} with the others`, () => {
      expect(faultsOf({ ...bucket, [name]: '' })).to.contain(`${name} is missing`)
    })

  it('goes over TLS, but for this machine, and through the house’s proxy', () => {
    expect(faultsOf({ ...bucket, MEDIA_S3_ENDPOINT: 'http://s3.bank.example' })).to.contain('https://')
    expect(faultsOf({ ...bucket, MEDIA_S3_BUCKET: 'Not A Bucket' })).to.contain('the name of a bucket')
    const HTTPS_PROXY = 'http://proxy.bank.example:8080'
    expect(readConfig({ ...bucket, HTTPS_PROXY }).mediaBucket).to.include({ proxyUrl: HTTPS_PROXY })
  })
})
