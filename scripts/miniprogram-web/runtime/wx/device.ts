import { fontScale } from '../phone/address.js'
import { isOnline, phone } from '../phone/state.js'
import { capsule, view } from '../shell/frame.js'
import { api } from './api.js'

const getWindowInfo = () => ({
  pixelRatio: window.devicePixelRatio,
  screenWidth: window.innerWidth,
  screenHeight: window.innerHeight,
  windowWidth: window.innerWidth,
  windowHeight: view.clientHeight || window.innerHeight,
  statusBarHeight: 0,
  screenTop: 0,
  safeArea: {
    left: 0,
    right: window.innerWidth,
    top: 0,
    bottom: window.innerHeight,
    width: window.innerWidth,
    height: window.innerHeight,
  },
})

const getAppBaseInfo = () => ({
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  enableDebug: false,
  fontSizeSetting: 16 * fontScale,
  fontSizeScaleFactor: fontScale,
  host: { env: 'WeChat' },
})

const getDeviceInfo = () => ({
  brand: 'sandbox',
  model: 'browser',
  system: 'Android 14',
  platform: 'android',
  abi: 'arm64',
  benchmarkLevel: 30,
})

/** `environment` exists inside WeCom only (91506). */
const getSystemInfoSync = () => ({
  ...getWindowInfo(),
  ...getAppBaseInfo(),
  ...getDeviceInfo(),
  ...(phone.environment === 'wxwork' ? { environment: 'wxwork' } : {}),
})

function getMenuButtonBoundingClientRect() {
  const { width, height, left, right, top, bottom } = capsule.getBoundingClientRect()
  return { width, height, left, right, top, bottom }
}

const updateManager = { onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }

export const deviceApis = {
  getWindowInfo,
  getAppBaseInfo,
  getDeviceInfo,
  getSystemInfoSync,
  getMenuButtonBoundingClientRect,
  getSystemInfo: api('getSystemInfo', getSystemInfoSync),
  getAppAuthorizeSetting: () => ({ notificationAuthorized: 'authorized' }),
  getUpdateManager: () => updateManager,
  setKeepScreenOn: api('setKeepScreenOn', () => {}),
  getNetworkType: api('getNetworkType', () => ({ networkType: isOnline() ? 'wifi' : 'none' })),
  getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
}

/** WeCom lacks some of WeChat's (91511); feature detection must see that. */
export const ABSENT_IN_WECOM = new Set([
  'getWindowInfo',
  'getAppBaseInfo',
  'getSystemSetting',
  'chooseMessageFile',
  'requirePrivacyAuthorize',
  'getPrivacySetting',
  'openCustomerServiceChat',
  'onThemeChange',
])
