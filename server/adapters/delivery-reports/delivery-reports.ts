/**
 * Reports by a key in their address: Tencent's call-back carries no signature (382/5807), and a mail server that hands on what bounced has
 * none either.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { DeliveryReports } from '../../ports/delivery-reports.js'
import { readBounce } from './bounce.js'
import { readTencentReports } from './tencent-reports.js'

interface Options {
  key: string
  /** Of our Message-IDs. */
  mailDomain: string | undefined
}

export function deliveryReports({ key, mailDomain }: Options): DeliveryReports {
  return {
    isFrom: (given) => timingSafeEqual(hashOf(given), hashOf(key)),
    read(channel, body) {
      if (channel === 'sms') return readTencentReports(body)
      return mailDomain === undefined ? undefined : readBounce(body, mailDomain)
    },
    taken: (channel) => (channel === 'sms' ? { result: 0, errmsg: 'OK' } : {}),
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest()
