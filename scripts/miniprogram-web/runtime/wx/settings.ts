import { isDuringGesture } from '../engine/user-gesture.js'
import { personId } from '../phone/address.js'
import { askPermission, showSettings } from '../shell/permission-sheet.js'
import { api, WxFailure } from './api.js'

/** What this person allowed the mini-program; a phone keeps it until they change it or delete the app. */
interface Allowed {
  privacy?: true
  microphone?: boolean
}

const KEY = `xz-allowed:${personId}`
const MICROPHONE = 'scope.record'

const allowed = (): Allowed => JSON.parse(localStorage.getItem(KEY) ?? '{}') as Allowed
const remember = (change: Allowed) => localStorage.setItem(KEY, JSON.stringify({ ...allowed(), ...change }))

const PRIVACY_REFUSED = new WxFailure('privacy permission is not authorized', { errno: 104 })

/** WeChat asks by itself, once, before the first use of anything private. */
async function agreeToPrivacy(): Promise<void> {
  if (allowed().privacy) return
  const agrees = await askPermission({
    title: '隐私保护提示',
    line: '使用前请阅读并同意《用户隐私保护指引》',
    no: '拒绝',
    yes: '同意',
  })
  if (!agrees) throw PRIVACY_REFUSED
  remember({ privacy: true })
}

/** Asked once; who refused is asked no more, here or on a phone. */
export async function allowMicrophone(): Promise<boolean> {
  await agreeToPrivacy()
  const before = allowed().microphone
  if (before !== undefined) return before
  const microphone = await askPermission({
    title: '申请使用你的麦克风',
    line: '用于录下你的回答',
    no: '拒绝',
    yes: '允许',
  })
  remember({ microphone })
  return microphone
}

const mayHear = () => allowed().microphone

async function authorize({ scope }: { scope: string }) {
  if (scope !== MICROPHONE) throw new WxFailure(`invalid scope "${scope}"`)
  if (!(await allowMicrophone())) throw new WxFailure('auth deny', { errno: 103 })
}

async function openSetting() {
  if (!isDuringGesture()) throw new WxFailure('can only be invoked by user TAP gesture.')
  const microphone = mayHear()
  if (microphone !== undefined) remember({ microphone: await showSettings('麦克风', microphone) })
  return { authSetting: authSetting() }
}

/** A scope that nobody was asked about yet is absent. */
const authSetting = () => (mayHear() === undefined ? {} : { [MICROPHONE]: mayHear() })

export const settingApis = {
  authorize: api('authorize', authorize),
  getSetting: api('getSetting', () => ({ authSetting: authSetting() })),
  openSetting: api('openSetting', openSetting),
  requirePrivacyAuthorize: api('requirePrivacyAuthorize', agreeToPrivacy),
  getPrivacySetting: api('getPrivacySetting', () => ({
    needAuthorization: !allowed().privacy,
    privacyContractName: '《用户隐私保护指引》',
  })),
}
