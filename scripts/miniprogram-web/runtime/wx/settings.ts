import { isDuringGesture } from '../engine/user-gesture.js'
import { personId } from '../phone/address.js'
import { askPermission, showSettings } from '../shell/permission-sheet.js'
import { api, WxFailure } from './api.js'

/** What this person allowed the mini-program; a phone keeps it until they change it or delete the app. */
type Device = 'microphone' | 'camera'
type Allowed = { privacy?: true } & Partial<Record<Device, boolean>>

const KEY = `xz-allowed:${personId}`
const DEVICES: Record<Device, { scope: string; label: string; title: string; line: string }> = {
  microphone: {
    scope: 'scope.record',
    label: '麦克风',
    title: '申请使用你的麦克风',
    line: '用于录下你的回答',
  },
  camera: { scope: 'scope.camera', label: '摄像头', title: '申请使用你的摄像头', line: '用于看看画面、录下你的回答' },
}
const devices = Object.keys(DEVICES) as Device[]

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
async function allow(device: Device): Promise<boolean> {
  await agreeToPrivacy()
  const before = allowed()[device]
  if (before !== undefined) return before
  const { title, line } = DEVICES[device]
  const isAllowed = await askPermission({ title, line, no: '拒绝', yes: '允许' })
  remember({ [device]: isAllowed })
  return isAllowed
}

export const allowMicrophone = () => allow('microphone')
export const mayUseCamera = () => allowed().camera === true
export const mayUseMicrophone = () => allowed().microphone === true

async function authorize({ scope }: { scope: string }) {
  const device = devices.find((one) => DEVICES[one].scope === scope)
  if (!device) throw new WxFailure(`invalid scope "${scope}"`)
  if (!(await allow(device))) throw new WxFailure('auth deny', { errno: 103 })
}

async function openSetting() {
  if (!isDuringGesture()) throw new WxFailure('can only be invoked by user TAP gesture.')
  const asked = askedFor()
  const isOn = asked.map((device) => ({ label: DEVICES[device].label, isOn: allowed()[device] === true }))
  if (asked.length > 0) {
    const chosen = await showSettings(isOn)
    asked.forEach((device, at) => remember({ [device]: chosen[at] === true }))
  }
  return { authSetting: authSetting() }
}

/** A scope that nobody was asked about yet is absent. */
const askedFor = () => devices.filter((device) => allowed()[device] !== undefined)
const authSetting = () =>
  Object.fromEntries(askedFor().map((device) => [DEVICES[device].scope, allowed()[device] === true]))

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
