import { personId } from '../phone/address.js'
import { api, WxFailure } from './api.js'

/** docs: 存储 › 隔离策略与限制: 1 MB a key, 10 MB in all */
const KEY_LIMIT = 1024 * 1024
const TOTAL_LIMIT = 10 * 1024 * 1024
/** Every person's phone keeps its own; it outlives the browser as a phone's storage does. */
const PREFIX = `xz:${personId}:`

const bytesOf = (text: string) => new Blob([text]).size

const storageKeys = () =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))

const stored = (key: string) => localStorage.getItem(PREFIX + key)

const totalBytes = (except?: string) =>
  storageKeys()
    .filter((key) => key !== except)
    .reduce((sum, key) => sum + bytesOf(stored(key) ?? ''), 0)

/** An unknown key gives an empty text, as WeChat's does. */
function getStorageSync(key: string): unknown {
  const text = stored(key)
  return text === null ? '' : (JSON.parse(text) as { value: unknown }).value
}

function setStorageSync(key: string, value: unknown): void {
  const text = JSON.stringify({ value })
  const bytes = bytesOf(text)
  if (bytes > KEY_LIMIT) throw new WxFailure('setStorage:fail exceed max size of one key (1MB)')
  if (bytes + totalBytes(key) > TOTAL_LIMIT) throw full()
  try {
    localStorage.setItem(PREFIX + key, text)
  } catch {
    throw full() // the browser's own quota is smaller than the phone's
  }
}

const full = () => new WxFailure('setStorage:fail exceed max storage size (10MB)')
const removeStorageSync = (key: string) => localStorage.removeItem(PREFIX + key)
const clearStorageSync = () => storageKeys().forEach(removeStorageSync)
const getStorageInfoSync = () => ({
  keys: storageKeys(),
  currentSize: Math.ceil(totalBytes() / 1024),
  limitSize: TOTAL_LIMIT / 1024,
})

function getStored({ key }: { key: string }) {
  if (stored(key) === null) throw new WxFailure('data not found')
  return { data: getStorageSync(key) }
}

export const storageApis = {
  getStorageSync,
  setStorageSync,
  removeStorageSync,
  clearStorageSync,
  getStorageInfoSync,
  getStorage: api('getStorage', getStored),
  setStorage: api<{ key: string; data: unknown }>('setStorage', ({ key, data }) => setStorageSync(key, data)),
  removeStorage: api<{ key: string }>('removeStorage', ({ key }) => removeStorageSync(key)),
  clearStorage: api('clearStorage', clearStorageSync),
  getStorageInfo: api('getStorageInfo', getStorageInfoSync),
}
