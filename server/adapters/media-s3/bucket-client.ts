/**
 * The SDK's client, set for any store that speaks S3 and loaded with the first call: most installations keep media in a folder. Sums of
 * its own (CRC32) are left out, since many stores refuse them; what a deletion of many needs is the older MD5, which all of them know.
 */
import { createHash } from 'node:crypto'
import type { S3Client } from '@aws-sdk/client-s3'
import throughProxy from 'https-proxy-agent'

export interface Bucket {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** The bucket in the path and not in the host's name. */
  pathStyle: boolean
  /** For one try of a call; three tries at most. */
  callSeconds: number
  proxyUrl?: string | undefined
}

const tries = 3

export type Sdk = typeof import('@aws-sdk/client-s3')

export interface OpenBucket {
  sdk: Sdk
  client: S3Client
}

export async function openBucket(bucket: Bucket): Promise<OpenBucket> {
  const sdk = await import('@aws-sdk/client-s3')
  const { endpoint, region, accessKeyId, secretAccessKey, pathStyle, callSeconds, proxyUrl } = bucket
  const patience = callSeconds * 1000
  const client = new sdk.S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: pathStyle,
    maxAttempts: tries,
    retryMode: 'standard',
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: patience,
      requestTimeout: patience,
      throwOnRequestTimeout: true,
      ...(proxyUrl !== undefined && { httpsAgent: throughProxy(proxyUrl) }),
    },
  })
  // After everything else that is built and before it is signed
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName === 'DeleteObjectsCommand') giveOlderSum(args.request as BuiltRequest)
        return next(args)
      },
    { step: 'build', priority: 'low', name: 'older-sum' },
  )
  return { sdk, client }
}

interface BuiltRequest {
  headers: Record<string, string>
  body: string
}

function giveOlderSum({ headers, body }: BuiltRequest): void {
  for (const name of Object.keys(headers)) if (/^x-amz-(sdk-)?checksum-/i.test(name)) delete headers[name]
  headers['content-md5'] = createHash('md5').update(body).digest('base64')
}
