/** A store that speaks S3, on this machine: `s3rver`, and one of a few lines that says whatever a test wants. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { Bucket } from '../../server/adapters/media-s3/bucket-client.js'
import { oddPlatform, type Asked, type OddPlatform, type OddReply } from './odd-platform.js'

/** The one account that s3rver knows. */
const account = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

const at = (port: number): Bucket => ({
  ...account,
  endpoint: `http://127.0.0.1:${port}`,
  bucket: 'recordings',
  region: 'ap-shanghai',
  pathStyle: true,
  callSeconds: 5,
})

/** As an operator would set it. */
export const settingsOf = ({ endpoint, bucket, region, accessKeyId, secretAccessKey }: Bucket) => ({
  MEDIA_S3_ENDPOINT: endpoint,
  MEDIA_S3_BUCKET: bucket,
  MEDIA_S3_REGION: region,
  MEDIA_S3_ACCESS_KEY_ID: accessKeyId,
  MEDIA_S3_SECRET_ACCESS_KEY: secretAccessKey,
  MEDIA_S3_PATH_STYLE: 'on',
})

export interface FakeBucket {
  bucket: Bucket
  /** Everything that lies there, byte for byte. */
  lying(): Promise<Buffer>
  close(): Promise<void>
}

export async function fakeBucket(): Promise<FakeBucket> {
  const directory = await mkdtemp(join(tmpdir(), 'bucket-'))
  const server = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory, allowMismatchedSignatures: false },
    configureBuckets: [{ name: 'recordings', configs: [] }],
  })
  const { port } = await server.run()
  return {
    bucket: at(port),
    async lying() {
      const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
      return Buffer.concat(await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))))
    },
    async close() {
      server.httpServer.closeAllConnections()
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export interface OddBucket extends OddPlatform {
  bucket: Bucket
}

export const s3Fault = (status: number, code: string) => ({
  status,
  text: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>bank/wang/1</Message></Error>`,
})

export async function oddBucket(reply: (asked: Asked, count: number) => OddReply): Promise<OddBucket> {
  const platform = await oddPlatform(reply)
  return { ...platform, bucket: at(platform.port) }
}
