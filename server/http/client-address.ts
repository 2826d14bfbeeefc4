/**
 * Who calls, by network address. Anybody can write X-Forwarded-For, so only what a proxy of ours added to it counts: read from its
 * end, the first address that is no proxy of ours.
 */
import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Context, Middleware } from 'koa'
import { AppError } from '../errors.js'

const mostHops = 20
/** What a provider gives one customer: the first 64 bits of an address. */
const groupsOfNetwork = 4

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** Addresses, or networks such as 10.0.0.0/8. */
export function trustedProxies(addresses: readonly string[]): BlockList {
  const list = new BlockList()
  for (const one of addresses) {
    const [address = '', bits] = one.split('/')
    if (isIP(address) === 0) throw new AppError('bad-config', 500, `${one} is no address`)
    if (bits === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(bits), familyOf(address))
  }
  return list
}

export function clientOf(
  trusted: BlockList,
  { remote, forwardedFor }: { remote: string; forwardedFor: string },
): string {
  const isOurs = (address: string) => trusted.check(address, familyOf(address))
  const connected = plain(remote)
  if (isIP(connected) === 0 || !isOurs(connected)) return connected

  let nearest = connected
  for (const hop of forwardedFor.split(',').slice(-mostHops).reverse()) {
    const address = plain(hop.trim())
    if (isIP(address) === 0) return connected
    nearest = address
    if (!isOurs(address)) break
  }
  return nearest
}

/** IPv4 as a socket for both kinds writes it. */
const plain = (address: string) => address.replace(/^::ffff:(?=[\d.]+$)/i, '')

/** From here on `ctx.ip` is the caller. Koa's own `proxy` setting stays off: it would trust everybody. */
export function callerByAddress(addresses: readonly string[]): Middleware {
  const trusted = trustedProxies(addresses)
  return async (ctx, next) => {
    const remote = ctx.req.socket.remoteAddress ?? ''
    ctx.request.ip = clientOf(trusted, { remote, forwardedFor: ctx.get('x-forwarded-for') })
    await next()
  }
}

/** What is counted: one customer's network, which may have more addresses than a limit can tell apart. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const [before, after] = [groupsIn(head), groupsIn(tail ?? '')]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return groups.slice(0, groupsOfNetwork).join(':')
}

const groupsIn = (text: string) => (text === '' ? [] : text.split(':').map((group) => group.replace(/^0+(?=.)/, '')))

/** Nobody in between: what comes through a proxy on this machine is from elsewhere. */
export const isThisMachine = ({ req, request }: Context): boolean =>
  /^(127\.|::1$)/.test(plain(req.socket.remoteAddress ?? '')) && request.get('x-forwarded-for') === ''
