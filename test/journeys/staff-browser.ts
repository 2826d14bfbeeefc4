/** A member's browser without a screen: follows redirects and keeps cookies by host, as browsers do, whatever the port. */
import { consoleHeader } from '../../server/http/staff-session.js'
import type { OpenWorld } from './world.js'

export interface StaffBrowser {
  /** Opens a page inside this member's WeCom; returns where it ended. */
  open(path: string): Promise<string>
  /** What it sends with every request now. */
  headers(): Record<string, string>
  call<Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }>
}

const mostRedirects = 10

export function staffBrowser(world: OpenWorld, member: string): StaffBrowser {
  const cookies = new Map<string, string>()
  const product = world.productUrl.replace('127.0.0.1', 'localhost')
  const sandbox = world.sandboxUrl.replace('127.0.0.1', 'localhost')

  const headers = () => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    [consoleHeader]: '1',
  })

  async function ask(url: string, init: RequestInit = {}): Promise<Response> {
    const reply = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...headers(), 'content-type': 'application/json' },
    })
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value) cookies.set(name!, value)
      else cookies.delete(name!)
    }
    return reply
  }

  return {
    headers,
    async open(path) {
      let url = `${sandbox}/wecom-client/open?${String(new URLSearchParams({ member, url: `${product}${path}` }))}`
      for (let hops = 0; hops < mostRedirects; hops++) {
        const reply = await ask(url)
        await reply.text()
        const next = reply.headers.get('location')
        if (!next) return url
        url = new URL(next, url).href
      }
      throw new Error('redirects without end')
    },
    async call(method, path, body) {
      const reply = await ask(`${product}${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return { status: reply.status, body: (await reply.json()) as never }
    },
  }
}
