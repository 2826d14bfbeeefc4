/** Whether recordings can be kept in a bucket, found out with one tiny object that is put, read and removed; for an operator. */
import { randomBytes } from 'node:crypto'
import { openBucket, type Bucket } from './bucket-client.js'
import { toldAsMedia } from './bucket-faults.js'
import { mediaS3 } from './media-s3.js'

/** `unknown`: this key pair may not ask, or the store has no versions at all. */
export type KeptVersions = 'none' | 'kept' | 'unknown'

const ofTheCheck = 'doctor'

/** @throws AppError media-away, media-full, with a BucketFault as cause */
export async function checkBucket(bucket: Bucket): Promise<KeptVersions> {
  const media = mediaS3(bucket)
  const key = `${ofTheCheck}/${randomBytes(8).toString('hex')}`
  const bytes = randomBytes(16)
  await media.put(key, bytes)
  const found = await media.get(key)
  await media.remove(key)
  await toldAsMedia(async () => {
    if (!found?.equals(bytes)) throw new Error('other bytes came back')
  })
  return versionsIn(bucket)
}

/** What is removed from a bucket that keeps versions is not gone. */
async function versionsIn(bucket: Bucket): Promise<KeptVersions> {
  const { sdk, client } = await openBucket(bucket)
  const abortSignal = AbortSignal.timeout(bucket.callSeconds * 1000)
  const asked = client.send(new sdk.GetBucketVersioningCommand({ Bucket: bucket.bucket }), { abortSignal })
  const { Status } = (await asked.catch(() => undefined)) ?? { Status: 'unknown' as const }
  if (Status === 'unknown') return 'unknown'
  return Status === undefined ? 'none' : 'kept'
}
