/**
 * What the platforms tell afterwards: Tencent's 短信下发状态通知 (382/5807, JSON to the address that was set in its console) and a mail that
 * comes back (RFC 3464), which the house's mail server hands on to the product. Our assumptions: everything is told twice, and a product that
 * does not answer is not told again.
 */
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { World } from '../core/world.js'
import { bounceOf, type Bounced } from './bounce-of.js'

export interface SmsFate {
  phone: string
  serialNo: string
  arrived: boolean
}

export type Reporter = ReturnType<typeof reporter>

const withinMs = 5_000
const timesTold = 2
const hoursEastOfGreenwich = 8

export function reporter(world: World, productUrl: string) {
  async function tell(channel: 'sms' | 'email', type: string, body: string): Promise<void> {
    const url = `${productUrl}/api/delivery-reports/${channel}/${sandboxCredentials.deliveryReportKey}`
    const headers = { 'content-type': type }
    for (let told = 0; told < timesTold; told += 1)
      await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(withinMs) }).then(
        (reply) => reply.arrayBuffer(),
        () => undefined, // the product is away
      )
  }

  return {
    /** Numbers and addresses that somebody set to be so. */
    reaches: (address: string): boolean => !world.state.settings.unreached.includes(address),

    sms: ({ phone, serialNo, arrived }: SmsFate): void =>
      void tell(
        'sms',
        'application/json',
        JSON.stringify([
          {
            user_receive_time: beijing(world.now()),
            nationcode: '86',
            mobile: phone,
            report_status: arrived ? 'SUCCESS' : 'FAIL',
            errmsg: arrived ? 'DELIVRD' : 'UNDELIV',
            description: arrived ? '用户短信送达成功' : '用户短信接收失败',
            sid: serialNo,
          },
        ]),
      ),

    bounce: (mail: Bounced): void => void tell('email', 'message/rfc822', bounceOf(mail)),
  }
}

const beijing = (now: number): string =>
  new Date(now + hoursEastOfGreenwich * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
