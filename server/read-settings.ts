/** Reads settings from the environment. */
import { isIP } from 'node:net'
import { AppError } from './errors.js'

export type Env = Record<string, string | undefined>

export type Parsed<Value> = { value: Value } | { fault: string }

export type Reader = ReturnType<typeof reader>

/** Reads one value at a time and keeps every fault until the end. */
export function reader(env: Env) {
  const faults: string[] = []

  function text(name: string, fallback: string): string {
    return env[name] || fallback
  }
  function required(name: string): string {
    if (!env[name])
      faults.push(`${name} is missing (real credentials are present, so nothing is taken from the sandbox)`)
    return env[name] ?? ''
  }
  function matching(name: string, pattern: RegExp, what: string): string {
    const value = required(name)
    if (value && !pattern.test(value)) faults.push(`${name} must be ${what}`)
    return value
  }
  /** `parse` returns what is wrong as a text beginning with a small letter. */
  function parsed<Value>(name: string, value: string, parse: (text: string) => Parsed<Value>): Value | undefined {
    if (!value) return undefined
    const result = parse(value)
    if ('fault' in result) faults.push(`${name} ${result.fault}`)
    return 'value' in result ? result.value : undefined
  }
  function absent(name: string, why: string): undefined {
    if (env[name]) faults.push(`${name} must not be set beside real credentials: ${why}`)
  }
  function port(name: string, fallback: number): number {
    const value = Number(text(name, String(fallback)))
    if (!Number.isInteger(value) || value < 0 || value > 65_535) faults.push(`${name} must be a port, 0 to 65535`)
    return value
  }
  function optionalNumber(name: string): number | undefined {
    if (!env[name]) return undefined
    const value = Number(env[name])
    if (!Number.isFinite(value) || value <= 0) faults.push(`${name} must be a number above 0`)
    return value
  }
  function oneOf<Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const value = text(name, fallback)
    if (!choices.includes(value as Choice)) faults.push(`${name} must be one of ${choices.join(', ')}`)
    return value as Choice
  }
  return {
    text,
    required,
    matching,
    parsed,
    fault: (fault: string) => void faults.push(fault),
    absent,
    port,
    optionalNumber,
    oneOf,
    ...aboutUrls(env, faults),
    ...aboutAccess(env, faults),
    proxyFor: proxyOf(env, faults),
    refuseFaults: () => refuse(faults),
  }
}

function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return
  const list = faults.join('\n- ')
  throw new AppError('bad-config', 500, `The configuration has ${faults.length} fault(s):\n- ${list}`)
}

function aboutUrls(env: Env, faults: string[]) {
  function url(name: string, fallback: string): string {
    const value = env[name] || fallback
    if (!URL.canParse(value)) faults.push(`${name} must be a URL such as ${fallback}`)
    return value.replace(/\/$/, '')
  }
  /** What goes over a network goes over TLS; this machine may be spoken to without. */
  function secureUrl(name: string, fallback: string): string {
    const value = url(name, fallback)
    if (URL.canParse(value) && !/^(https|wss):/.test(value) && !isThisMachine(value))
      faults.push(
        `${name} must begin with ${value.startsWith('ws') ? 'wss' : 'https'}://, as real credentials are present`,
      )
    return value
  }
  return { url, secureUrl }
}

/** Who may reach the product. */
function aboutAccess(env: Env, faults: string[]) {
  function address(name: string, fallback: string): string {
    const value = env[name] || fallback
    if (isIP(value) === 0) faults.push(`${name} must be an address such as 127.0.0.1, or 0.0.0.0 for all`)
    return value
  }
  function networks(name: string): string[] {
    const values = (env[name] ?? '').split(/[\s,]+/).filter(Boolean)
    if (!values.every(isNetwork))
      faults.push(`${name} must be addresses or networks such as 10.0.0.0/8, with commas between`)
    return values
  }
  function secret(name: string): string | undefined {
    const value = env[name] || undefined
    if (value && value.length < leastOfSecret) faults.push(`${name} must be at least ${leastOfSecret} characters`)
    return value
  }

  return { address, networks, secret }
}

/** As curl and axios read it; without HTTPS_PROXY, or for a host of NO_PROXY, there is none. */
const proxyOf =
  (env: Env, faults: string[]) =>
  (target: string): string | undefined => {
    const proxy = env.HTTPS_PROXY || env.https_proxy
    if (!proxy || !URL.canParse(target)) return undefined
    if (!/^https?:\/\/./.test(proxy) || !URL.canParse(proxy))
      faults.push('HTTPS_PROXY must be a URL such as http://proxy.bank.example:8080')
    const { hostname } = new URL(target)
    const spared = (env.NO_PROXY || env.no_proxy || '').split(/[\s,]+/).map((host) => host.replace(/^\*?\./, ''))
    return spared.some((host) => host === '*' || hostname === host || (host && hostname.endsWith(`.${host}`)))
      ? undefined
      : proxy
  }

const leastOfSecret = 20

const isThisMachine = (url: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)

function isNetwork(text: string): boolean {
  const [address = '', bits = '0'] = text.split('/')
  return isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 6 ? 128 : 32)
}
