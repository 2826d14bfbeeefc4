/**
 * The media store as a bucket: any that speaks S3. A put is atomic there and the same twice is once; a removal lists what begins with the
 * key and deletes it a page at a time. Whoever puts while a prefix is removed removes it again, as with a folder.
 */
import type { OpenBucket, Bucket } from './bucket-client.js'
import { openBucket } from './bucket-client.js'
import { toldAsMedia } from './bucket-faults.js'
import { unavailable } from '../../errors.js'
import { checkedKey, maxObjectBytes, type MediaStore } from '../../ports/media-store.js'

/** With all its tries; the pauses between them are short. */
const wholeSeconds = (callSeconds: number) => callSeconds * 2.5
/** What S3 lists and deletes at most in one call. */
const pageOfKeys = 1_000

export function mediaS3(bucket: Bucket): MediaStore {
  const Bucket = bucket.bucket
  let opened: Promise<OpenBucket> | undefined

  async function call<Done>(act: (open: OpenBucket, abortSignal: AbortSignal) => Promise<Done>): Promise<Done> {
    opened ??= openBucket(bucket)
    const open = await opened
    return toldAsMedia(() => act(open, AbortSignal.timeout(wholeSeconds(bucket.callSeconds) * 1000)))
  }

  /** A page from the beginning each time would never end where a bucket does not let go; its own mark goes on. */
  const pageOf = (prefix: string, mark: string | undefined) =>
    call(async ({ sdk, client }, abortSignal) => {
      const asked = { Bucket, Prefix: prefix, MaxKeys: pageOfKeys, ContinuationToken: mark }
      const page = await client.send(new sdk.ListObjectsV2Command(asked), { abortSignal })
      const keys = (page.Contents ?? []).flatMap(({ Key }) => Key ?? [])
      return { keys, mark: page.IsTruncated ? page.NextContinuationToken : undefined }
    })

  const removeKeys = (keys: readonly string[]) =>
    call(async ({ sdk, client }, abortSignal) => {
      const Delete = { Objects: keys.map((Key) => ({ Key })), Quiet: true }
      const { Errors = [] } = await client.send(new sdk.DeleteObjectsCommand({ Bucket, Delete }), { abortSignal })
      const [first] = Errors
      if (first) throw unavailable('media-away', new Error(`the bucket did not let go: ${first.Code ?? 'unknown'}`))
    })

  return {
    async put(key, bytes) {
      if (bytes.length > maxObjectBytes) throw new Error('too large for the media store')
      const asked = { Bucket, Key: checkedKey(key), Body: bytes, ContentType: 'application/octet-stream' }
      await call(({ sdk, client }, abortSignal) => client.send(new sdk.PutObjectCommand(asked), { abortSignal }))
    },

    async get(key) {
      const asked = { Bucket, Key: checkedKey(key) }
      return call(async ({ sdk, client }, abortSignal) => {
        const found = await client.send(new sdk.GetObjectCommand(asked), { abortSignal }).catch(nothingThere)
        return found?.Body && wholeOf(found.Body as AsyncIterable<Buffer>, found.ContentLength)
      })
    },

    async remove(prefix) {
      const key = checkedKey(prefix)
      await removeKeys([key])
      let mark: string | undefined
      do {
        const page = await pageOf(`${key}/`, mark)
        if (page.keys.length > 0) await removeKeys(page.keys)
        mark = page.mark
      } while (mark !== undefined)
    },
  }
}

/** Not when the bucket itself is missing, which has the same status. */
function nothingThere(error: unknown): undefined {
  if ((error as { name?: string }).name !== 'NoSuchKey') throw error
}

/** However long a bucket goes on; shorter than it said is a connection that broke. */
async function wholeOf(body: AsyncIterable<Buffer>, told: number | undefined): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > maxObjectBytes) throw new Error('longer than anything that was put')
    chunks.push(chunk)
  }
  if (told !== undefined && told !== bytes) throw new Error('shorter than it was said to be')
  return Buffer.concat(chunks)
}
