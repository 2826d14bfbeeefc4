import { WxFailure } from './api.js'

/** wx.request's own list (docs: wx.request › method): there is no PATCH. */
const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/

export function checkMethod(method: string): string {
  const upper = method.toUpperCase()
  if (!METHODS.has(upper)) throw new WxFailure(`method is invalid: ${method}`)
  return upper
}

/**
 * On a phone only https domains registered in the console are reached. The sandbox has none: the loopback stands for the registered
 * server, and every other address is refused as an unregistered one.
 */
export function checkAddress(address: unknown): URL {
  if (typeof address !== 'string' || !URL.canParse(address))
    throw new WxFailure(`invalid url "${String(address)}"`, { errno: 600009 })
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol)) throw new WxFailure(`invalid url "${address}"`, { errno: 600009 })
  if (!LOOPBACK.test(url.hostname)) throw new WxFailure('url not in domain list', { errno: 600002 })
  return url
}
