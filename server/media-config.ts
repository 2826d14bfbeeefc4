/** Where recordings lie: a folder of this machine, or a bucket that speaks S3. Off unless a bucket is named; then all of it is asked for. */
import type { Reader } from './read-settings.js'

const names = ['MEDIA_S3_BUCKET', 'MEDIA_S3_ENDPOINT', 'MEDIA_S3_ACCESS_KEY_ID', 'MEDIA_S3_SECRET_ACCESS_KEY'] as const

/** Long enough for a piece of half a megabyte, short enough for a phone that waits for its answer. */
const usualCallSeconds = 5

export function bucketOf(read: Reader) {
  if (names.every((name) => read.text(name, '') === '')) return undefined
  const endpoint = read.required('MEDIA_S3_ENDPOINT')
  read.secureUrl('MEDIA_S3_ENDPOINT', 'https://cos.ap-shanghai.myqcloud.com')
  return {
    endpoint: endpoint.replace(/\/$/, ''),
    bucket: read.matching('MEDIA_S3_BUCKET', /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket'),
    region: read.matching('MEDIA_S3_REGION', /^[a-z0-9-]{2,40}$/, 'a region such as ap-shanghai'),
    accessKeyId: read.required('MEDIA_S3_ACCESS_KEY_ID'),
    secretAccessKey: read.required('MEDIA_S3_SECRET_ACCESS_KEY'),
    pathStyle: read.oneOf('MEDIA_S3_PATH_STYLE', ['off', 'on'] as const, 'off') === 'on',
    callSeconds: read.optionalNumber('MEDIA_S3_CALL_SECONDS') ?? usualCallSeconds,
    proxyUrl: read.proxyFor(endpoint),
  }
}
