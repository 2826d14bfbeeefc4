/** getuserphonenumber: the code of the phone's button becomes the number of that WeChat. Each answer costs money after the first thousand. */
import { forbidden, unavailable } from '../../errors.js'
import type { WechatNumber } from '../../ports/wechat-number.js'
import { PlatformError } from '../platform-call.js'
import type { WechatClient } from './wechat-client.js'

interface PhoneInfo {
  purePhoneNumber?: string
  countryCode?: string
  watermark?: { appid?: string }
}

const mainland = /^1[3-9]\d{9}$/

export function wechatNumber({ client, appId }: { client: Pick<WechatClient, 'call'>; appId: string }): WechatNumber {
  return {
    async numberOf(code) {
      const reply = await askFor(client, code).catch((error: unknown) => {
        throw translated(error)
      })
      const { purePhoneNumber = '', countryCode, watermark } = (reply as { phone_info?: PhoneInfo }).phone_info ?? {}
      if (watermark?.appid !== appId) throw unavailable('wechat-number-unavailable')
      if (countryCode !== '86' || !mainland.test(purePhoneNumber)) throw forbidden('wechat-number-abroad')
      return purePhoneNumber
    },
  }
}

/** Good for one use: a lost answer is not asked for again, the phone gives a new code. */
const askFor = (client: Pick<WechatClient, 'call'>, code: string) =>
  client.call({ method: 'POST', path: '/wxa/business/getuserphonenumber', body: { code } })

function translated(error: unknown): unknown {
  if (!(error instanceof PlatformError)) return error
  return error.kind === 'login-code'
    ? forbidden('wechat-number-refused')
    : unavailable('wechat-number-unavailable', error)
}

/** A code that cannot be one: 40029 when the mini-program may ask for numbers. */
export async function mayAskForNumbers(client: Pick<WechatClient, 'call'>): Promise<boolean> {
  try {
    await askFor(client, 'no-code-of-anybody')
    return true
  } catch (error) {
    if (error instanceof PlatformError && error.kind === 'login-code') return true
    if (error instanceof PlatformError && error.errcode === 48001) return false
    throw error
  }
}
