/** The six requests that once stopped the product for everybody (S6), as many callers would send them. */
import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { StoredRequest } from './flooded.js'

export interface Callers {
  productUrl: string
  /** Tokens of candidates, one a connection: a caller of one's own has a limit of one's own. */
  candidates: readonly string[]
  /** The token of a candidate with forty applications. */
  applicant: string
  /** Cookie and header of an HR administrator. */
  admin: Record<string, string>
}

const [kilobyte, megabyte] = [1024, 1024 * 1024]

export function stoppers({ productUrl, candidates, applicant, admin }: Callers): Record<string, StoredRequest[]> {
  const at = (path: string) => `${productUrl}${path}`
  const json = { 'content-type': 'application/json' }
  const asCandidate = (token: string) => ({ ...json, authorization: `Bearer ${token}` })
  const post = (path: string, headers: Record<string, string>, body: string | Buffer): StoredRequest => ({
    method: 'POST',
    url: at(path),
    headers,
    body: Buffer.from(body).toString('base64'),
  })
  const signature = randomBytes(20).toString('hex')
  const seal = `msg_signature=${signature}&timestamp=${Math.floor(Date.now() / 1000)}&nonce=1`

  return {
    'JSON of a stranger, 1.2 MB': [post('/api/candidate/applications', json, brackets(1.2 * megabyte))],
    'call-back, XML of 1 MB': [post(`/api/wecom/callback?${seal}`, { 'content-type': 'text/xml' }, xml(megabyte))],
    'call-back, XML of 60 kB': [
      post(`/api/wecom/callback?${seal}`, { 'content-type': 'text/xml' }, xml(60 * kilobyte)),
    ],
    'body with 1 900 faults': candidates.map((token) =>
      post('/api/candidate/applications', asCandidate(token), faults(1900)),
    ),
    'forty own applications': [
      { method: 'GET', url: at('/api/candidate/applications'), headers: asCandidate(applicant) },
    ],
    'YAML of 30 000 names': [post('/api/staff/files/check', { ...json, ...admin }, yaml(30_000))],
    'gzip that unpacks to 1 GB': candidates.map((token) =>
      post('/api/candidate/applications', { ...asCandidate(token), 'content-encoding': 'gzip' }, zeros(1024)),
    ),
  }
}

const brackets = (bytes: number) => '['.repeat(bytes)
const xml = (bytes: number) => `<xml><Encrypt><![CDATA[${'<a>'.repeat(bytes / 3)}]]></Encrypt></xml>`
const faults = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`unknown${at}`, at])))
const yaml = (names: number) =>
  JSON.stringify({
    source: { yaml: Array.from({ length: names }, (_, at) => `name${at}: 1`).join('\n') },
    baseRevision: 0,
  })

/** Members one after the other are one gzip (RFC 1952, 2.2), so that no gigabyte is packed here. */
function zeros(megabytes: number): Buffer {
  const member = gzipSync(Buffer.alloc(64 * megabyte))
  return Buffer.concat(Array.from({ length: megabytes / 64 }, () => member))
}
