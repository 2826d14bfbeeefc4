/** What went wrong at a bucket, in our words. Of the SDK's error only its name and status are kept: it carries keys and headers. */
import { AppError, unavailable } from '../../errors.js'

/** Of the bucket, the account or the disk behind it; the last is MinIO's. */
const full: readonly string[] = ['QuotaExceeded', 'InsufficientStorage', 'XMinioStorageFull']

export class BucketFault extends Error {
  constructor(
    readonly code: string,
    readonly status: number | undefined,
  ) {
    super(`the bucket answered ${code}${status === undefined ? '' : ` (${status})`}`)
    this.name = 'BucketFault'
  }
}

export async function toldAsMedia<Done>(act: () => Promise<Done>): Promise<Done> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof AppError) throw error
    const fault = bucketFault(error)
    const isFull = full.includes(fault.code) || fault.status === 507
    throw isFull
      ? new AppError('media-full', 507, 'media full', undefined, { cause: fault })
      : unavailable('media-away', fault)
  }
}

export function bucketFault(error: unknown): BucketFault {
  const { name, code, $metadata } = error as {
    name?: string
    code?: string
    $metadata?: { httpStatusCode?: number }
  }
  const status = $metadata?.httpStatusCode
  return new BucketFault([code, name].find((one) => one !== undefined && /^\w{1,60}$/.test(one)) ?? 'unknown', status)
}
