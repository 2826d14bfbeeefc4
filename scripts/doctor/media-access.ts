/** Where recordings lie: one tiny object put, read and removed, and what to do when that is refused. */
import { checkBucket } from '../../server/adapters/media-s3/bucket-check.js'
import { BucketFault } from '../../server/adapters/media-s3/bucket-faults.js'
import type { Config } from '../../server/config.js'

export async function lookAtMedia(bucket: Config['mediaBucket']): Promise<string> {
  if (!bucket) return 'DATA_DIR/media (accepted)'
  const versions = await checkBucket(bucket).catch(withCure)
  if (versions === 'kept') throw new Error(keepsVersions)
  const where = `${bucket.bucket}, ${bucket.region}`
  return versions === 'none' ? `${where}：存、取、删都通了 accepted: put, read and removed` : `${where}：${unsure}`
}

function withCure(error: unknown): never {
  const { cause } = error as { cause?: unknown }
  const fault = cause instanceof BucketFault ? cause : new BucketFault('unknown', undefined)
  throw new Error([fault.message, cureOf(fault)].join('\n      '), { cause: error })
}

const keepsVersions =
  '存储桶开着版本控制：删掉的录音还在。关掉它，或设一条规则马上删除旧版本。\n' +
  '      The bucket keeps versions, so what is removed is not gone: suspend them, and let a rule delete old ones at once.'

const unsure =
  '存、取、删都通了；看不到版本控制的状态，请确认它没有打开。accepted; whether the bucket keeps versions could not be seen: make sure that it does not.'

function cureOf({ code, status }: BucketFault): string {
  if (code === 'NoSuchBucket') return cures.bucket
  if (code.includes('Skewed')) return cures.clock
  if (/Redirect|Malformed/.test(code)) return cures.region
  if (status === 401 || status === 403) return cures.rights
  if (status === 507 || /Quota|Full|Insufficient/.test(code)) return cures.full
  return status === undefined ? cures.network : cures.other
}

const cures = {
  bucket:
    '没有这个存储桶：核对 MEDIA_S3_BUCKET、MEDIA_S3_ENDPOINT、MEDIA_S3_PATH_STYLE。No such bucket: check these three.',
  region:
    '地域不对：核对 MEDIA_S3_REGION 和 MEDIA_S3_ENDPOINT。The region does not fit: check MEDIA_S3_REGION and MEDIA_S3_ENDPOINT.',
  clock: '本机时间不准：对好时钟。This machine’s clock is wrong: set it.',
  rights:
    '核对这对密钥，以及它在这个桶里有存、取、删、列的权限。Check the key pair, and that it may put, get, delete and list in this bucket.',
  full: '存储桶满了：加大配额。The bucket is full: raise its quota.',
  network:
    '连不上：查 MEDIA_S3_ENDPOINT 和网络；经代理出网时设 HTTPS_PROXY。Unreachable: check MEDIA_S3_ENDPOINT and the network; behind a proxy set HTTPS_PROXY.',
  other:
    '存储没有照常应答：看它的状态，核对 MEDIA_S3_PATH_STYLE。The store did not answer as it should: look at its state, and check MEDIA_S3_PATH_STYLE.',
}
