/** Tencent Cloud ASR on this machine: checks the signature as the sandbox does for SMS, and says of tasks what a test tells it to. */
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import { requireSignature } from '../../server/sandbox/sms/signature.js'
import { oddPlatform, type OddReply } from './odd-platform.js'

export interface AskedOfAsr {
  action: string
  version: string
  body: Record<string, unknown>
}

export interface FakeAsr {
  host: string
  asked: AskedOfAsr[]
  close(): Promise<void>
}

export type AsrReply = { Data?: object; Error?: object } | OddReply

export async function fakeAsr(reply: (asked: AskedOfAsr, count: number) => AsrReply): Promise<FakeAsr> {
  const asked: AskedOfAsr[] = []
  const platform = await oddPlatform(({ method, url, headers, body }) => {
    const header = (name: string) => String(headers[name] ?? '')
    const [text, path] = [body.toString(), url.pathname]
    try {
      requireSignature({ method, path, querystring: url.search.slice(1), header, body: text }, Date.now())
    } catch (error) {
      return said({ Error: { Code: (error as { errcode: string }).errcode, Message: 'signature' } })
    }
    const action = header('x-tc-action')
    const one = { action, version: header('x-tc-version'), body: JSON.parse(text) as Record<string, unknown> }
    asked.push(one)
    const given = reply(one, asked.length)
    return typeof given === 'string' || 'status' in given ? given : said(given)
  })
  return { host: platform.host, asked, close: () => platform.close() }
}

const said = (response: object) => ({
  status: 200,
  text: JSON.stringify({ Response: { ...response, RequestId: 'request-1' } }),
  type: 'application/json',
})

export const asrFault = (Code: string) => ({ Error: { Code, Message: '我会先道歉' } })
export const asrAccount = {
  secretId: sandboxCredentials.sms.secretId,
  secretKey: sandboxCredentials.sms.secretKey,
}
