/**
 * The code of the phone's button becomes the number of that WeChat: five minutes, once, and no code of wx.login (reference 06). A
 * mini-program of a person, or one that is not certified, may not: 48001, an assumption.
 */
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'

const codeLifeMs = 5 * 60_000
const perMinute = [{ count: 5_000, windowMs: 60_000 }]

export function phoneNumberOf(world: World, { code }: Record<string, unknown>): object {
  if (world.state.settings.phoneNumber === 'may-not') throw new PlatformError(48001, 'api unauthorized')
  if (typeof code !== 'string' || code === '') throw new PlatformError(41008, 'missing code')
  if (world.rates.take('phone-number', perMinute, world.now()))
    throw new PlatformError(45011, 'api minute-quota reach limit')

  const known = world.state.codes.find((one) => one.for === 'phone-number' && one.code === code)
  const person = known && world.state.people.find(({ id }) => id === known.personId)
  if (!known || !person || known.used || world.now() - known.issuedAt > codeLifeMs)
    throw new PlatformError(40029, 'invalid code')
  known.used = true
  return {
    phoneNumber: `+86${person.phone}`,
    purePhoneNumber: person.phone,
    countryCode: '86',
    watermark: { timestamp: Math.floor(world.now() / 1000), appid: sandboxCredentials.wechat.appId },
  }
}
