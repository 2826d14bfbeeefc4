/**
 * TC3-HMAC-SHA256 of Tencent Cloud API 3.0, checked with our own computation. Signed are the method, the path, the named
 * headers and the body; the key is derived from date and service. The SDK leaves the port out of the host that it signs.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'

export interface SignedRequest {
  method: string
  path: string
  querystring: string
  header: (name: string) => string
  body: string
}

const authorization =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/(.+)\/tc3_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/
const signedForMs = 5 * 60_000

/** `realNow`: a signature carries the caller's own clock, which does not follow the simulated one. */
export function requireSignature(request: SignedRequest, realNow: number): void {
  const parts = authorization.exec(request.header('authorization'))
  if (!parts)
    throw new PlatformError(
      'AuthFailure.InvalidAuthorization',
      'Authorization is not in the format of TC3-HMAC-SHA256.',
    )
  const [, secretId, date, service, signedHeaders, signature] = parts as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  if (secretId !== sandboxCredentials.sms.secretId)
    throw new PlatformError('AuthFailure.SecretIdNotFound', 'The SecretId is not found.')

  const timestamp = request.header('x-tc-timestamp')
  const signedAt = Number(timestamp) * 1000
  if (!(Math.abs(realNow - signedAt) <= signedForMs) || new Date(signedAt).toISOString().slice(0, 10) !== date) {
    throw new PlatformError('AuthFailure.SignatureExpire', 'The signature has expired.')
  }

  const text = [
    'TC3-HMAC-SHA256',
    timestamp,
    `${date}/${service}/tc3_request`,
    sha256(canonical(request, signedHeaders)),
  ].join('\n')
  const expected = hmac(hmac(hmac(hmac(`TC3${sandboxCredentials.sms.secretKey}`, date), service), 'tc3_request'), text)
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) {
    throw new PlatformError(
      'AuthFailure.SignatureFailure',
      'The provided credentials could not be validated. Please check your signature is correct.',
    )
  }
}

function canonical({ method, path, querystring, header, body }: SignedRequest, signedHeaders: string): string {
  const headers = signedHeaders
    .split(';')
    .map((name) => `${name}:${name === 'host' ? header(name).replace(/:\d+$/, '') : header(name)}\n`)
  return [method, path, querystring, headers.join(''), signedHeaders, sha256(body)].join('\n')
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
