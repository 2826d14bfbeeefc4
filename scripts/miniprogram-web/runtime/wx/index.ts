import { missing } from '../health.js'
import { host } from '../phone/host.js'
import { isOnline, phone } from '../phone/state.js'
import { current } from '../router/pages.js'
import { createAnimation } from './animation.js'
import { api, WxFailure } from './api.js'
import { audioApis } from './audio.js'
import { cameraApis } from './camera.js'
import { ABSENT_IN_WECOM, deviceApis } from './device.js'
import { eventApis } from './events.js'
import { fileApis, USER_DATA_PATH } from './files.js'
import { interfaceApis } from './interface.js'
import { recorderApis } from './recorder.js'
import { request } from './request.js'
import { settingApis } from './settings.js'
import { storageApis } from './storage.js'
import { requestSubscribeMessage } from './subscribe.js'

interface Observing {
  createIntersectionObserver(options?: object): unknown
}

/** Every call asks for a fresh code: WeChat's works once and for five minutes. */
const login = api('login', async () => {
  if (!isOnline()) throw new WxFailure('network error')
  return { code: (await host.login()).code }
})

/** ext.json beside index.html: how an organisation points the mini-program at its own server. None means none, as on a phone. */
let extConfig: Record<string, unknown> = {}

export async function loadExtConfig(): Promise<void> {
  extConfig = await host.ext().catch(() => ({}))
}

const nextTick = (callback: () => void) => void Promise.resolve().then(callback)

const apis: Record<string, unknown> = {
  ...audioApis,
  ...cameraApis,
  ...deviceApis,
  ...eventApis,
  ...fileApis,
  ...interfaceApis,
  ...recorderApis,
  ...settingApis,
  ...storageApis,
  request,
  login,
  requestSubscribeMessage,
  createAnimation,
  nextTick,
  checkSession: api('checkSession', () => {}),
  canIUse: (schema: string) => (schema.split('.')[0] ?? '') in apis,
  createSelectorQuery: () => current()?.page.createSelectorQuery(),
  createIntersectionObserver: (component: Observing, options?: object) => component.createIntersectionObserver(options),
  env: { USER_DATA_PATH },
  getExtConfigSync: () => extConfig,
  getExtConfig: api('getExtConfig', () => ({ extConfig })),
}

/** Names that are probed on purpose: absent here as in WeChat, and no gap of the shim. */
const PROBED = new Set(['qy', 'then', 'toJSON'])

/** Feature detection must see undefined, as on a phone; calling it then throws. What was asked for stands in health(). */
export const wx = new Proxy(apis, {
  get(target, name: string | symbol) {
    if (typeof name === 'symbol') return undefined
    if (phone.environment === 'wxwork' && ABSENT_IN_WECOM.has(name)) return undefined
    if (!(name in target) && !PROBED.has(name)) missing.add(name)
    return target[name]
  },
})
