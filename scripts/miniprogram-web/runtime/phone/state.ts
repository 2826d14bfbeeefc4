import { callApp } from '../engine/page-globals.js'
import { current, tellPage } from '../router/pages.js'
import { emit } from '../wx/events.js'
import { host } from './host.js'

const POLL_MS = 2000

/** What happens to the phone from outside: flight mode, another app in front. */
export const phone = { hostOnline: true, isInBackground: false, isInCall: false, environment: 'wechat' }
const networkListeners = new Set<(isConnected: boolean) => void>()
const callListeners = new Set<(isInCall: boolean) => void>()
const backgroundListeners = new Set<(isInBackground: boolean) => void>()

export const isOnline = () => phone.hostOnline && navigator.onLine

export const onNetwork = (listener: (isConnected: boolean) => void) => void networkListeners.add(listener)

export const onBackground = (listener: (isInBackground: boolean) => void) => void backgroundListeners.add(listener)

export const onCall = (listener: (isInCall: boolean) => void) => void callListeners.add(listener)

/** The sandbox page tells changes by postMessage; a phone opened by itself asks its host. */
export function followPhone(): void {
  window.addEventListener(
    'message',
    ({ data }: MessageEvent<{ type?: string; online?: boolean; background?: boolean; call?: boolean } | null>) => {
      if (data?.type !== 'xz-phone') return
      if (typeof data.online === 'boolean') setOnline(data.online)
      if (typeof data.background === 'boolean') setBackground(data.background)
      if (typeof data.call === 'boolean') setCall(data.call)
    },
  )
  for (const type of ['online', 'offline']) window.addEventListener(type, () => tellNetwork())
  void poll()
}

async function poll() {
  await readHost()
  setTimeout(() => void poll(), POLL_MS)
}

/** A host that does not respond says nothing about the phone's own network: the last state stays. */
export async function readHost(): Promise<void> {
  try {
    const { online, environment } = await host.phone()
    if (environment) phone.environment = environment
    setOnline(online)
  } catch {
    /* stays as it was */
  }
}

export function setOnline(online: boolean): void {
  if (phone.hostOnline === online) return
  phone.hostOnline = online
  tellNetwork()
}

function tellNetwork() {
  const isConnected = isOnline()
  for (const listener of networkListeners) listener(isConnected)
  emit('NetworkStatusChange', { isConnected, networkType: isConnected ? 'wifi' : 'none' })
}

/** A voice or video call of WeChat's, which takes the microphone and leaves the page in front. */
export function setCall(isInCall: boolean): void {
  if (phone.isInCall === isInCall) return
  phone.isInCall = isInCall
  for (const listener of callListeners) listener(isInCall)
}

export function setBackground(isInBackground: boolean): void {
  if (phone.isInBackground === isInBackground) return
  phone.isInBackground = isInBackground
  const page = current()
  if (isInBackground) {
    if (page) tellPage(page, 'hide')
    callApp('onHide')
    emit('AppHide', {})
  }
  for (const listener of backgroundListeners) listener(isInBackground)
  if (isInBackground) return
  callApp('onShow', { path: page?.route ?? '', query: page?.page.options ?? {}, scene: 1001 })
  emit('AppShow', { path: page?.route ?? '', query: page?.page.options ?? {}, scene: 1001 })
  if (page) tellPage(page, 'show')
}
