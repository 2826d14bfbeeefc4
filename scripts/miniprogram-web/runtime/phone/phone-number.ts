/** What a getPhoneNumber button tells its page: a code for the server, or why there is none (reference 06). The number never reaches the page. */
import { askForNumber } from '../shell/number-sheet.js'
import { host } from './host.js'
import { phone } from './state.js'

export interface NumberDetail {
  errMsg: string
  errno?: number
  code?: string
}

export async function getPhoneNumber(): Promise<NumberDetail> {
  if (phone.environment === 'wxwork') return { errMsg: 'getPhoneNumber:fail not supported' }
  const { phoneNumber: number = '', mayTellNumber = 'may' } = await host.phone()
  if (mayTellNumber === 'may-not') return { errMsg: 'getPhoneNumber:fail no permission' }
  if (mayTellNumber === 'no-quota') return { errMsg: 'getPhoneNumber:fail no quota', errno: 1400001 }
  if (!(await askForNumber(number))) return { errMsg: 'getPhoneNumber:fail user deny' }
  const told = await host.phoneNumber().catch(() => undefined)
  return told ? { errMsg: 'getPhoneNumber:ok', code: told.code } : { errMsg: 'getPhoneNumber:fail network error' }
}
