import fs from 'node:fs'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { buildMiniprogramWeb } from './build.js'
import { proxyToLoopback } from './loopback-proxy.js'
import { isFile, isWithin } from './project/files.js'
import { formatProblems } from './project/problem.js'
import { stubHost, type StubHost } from './stub-host.js'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
}
const PROXY = '/phone/__proxy/'
const EXT = '/phone/ext.json'

export interface PhoneServer {
  url: string
  host: StubHost
  close: () => Promise<void>
}

interface ServePhone {
  out: string
  port?: number
  /** the server that the mini-program talks to, handed over in ext.json */
  apiBase?: string
}

/** Serves a built mini-program under /phone/ as the sandbox does, with a stub in the sandbox's place. */
export async function servePhone({ out, port = 0, apiBase }: ServePhone): Promise<PhoneServer> {
  const folder = path.resolve(out)
  const host = stubHost()
  const server = http.createServer((request, response) => {
    const address = request.url ?? '/'
    if (address.startsWith(PROXY)) return proxyToLoopback(request, response, address.slice(PROXY.length))
    if (address.startsWith('/api/')) return void answerApi({ request, response, host })
    if (address === EXT)
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ apiBase }))
    sendFile(response, folder, address)
  })
  await new Promise<void>((ready) => {
    server.listen(port, '127.0.0.1', ready)
  })

  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/phone/`, host, close }
}

function sendFile(response: ServerResponse, folder: string, address: string) {
  const { pathname } = new URL(address, 'http://phone')
  if (pathname === '/' || pathname === '/phone') return void response.writeHead(302, { location: '/phone/' }).end()
  const name = decodeURIComponent(pathname).replace(/^\/phone\//, '') || 'index.html'
  const file = path.join(folder, name)
  if (!isWithin(folder, file) || !isFile(file)) return void response.writeHead(404).end('not found')
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
  })
  fs.createReadStream(file).pipe(response)
}

interface ApiCall {
  request: IncomingMessage
  response: ServerResponse
  host: StubHost
}

async function answerApi({ request, response, host }: ApiCall) {
  const { pathname } = new URL(request.url ?? '/', 'http://phone')
  const [, id = '', what = ''] = /^\/api\/people\/([^/]+)\/(.+)$/.exec(pathname) ?? []
  const person = decodeURIComponent(id)
  const answers: Record<string, () => unknown> = {
    'GET /api/templates': () => host.templates(),
    'GET phone': () => host.phoneOf(person),
    'POST wx/login': () => host.login(person),
    'POST wx/phone-number': () => host.phoneNumber(person),
    'POST wx/subscribe': async () =>
      host.subscribe(person, (await json(request)) as Parameters<StubHost['subscribe']>[1]),
  }
  const answer = answers[`${request.method} ${what || pathname}`]
  if (!answer) return void response.writeHead(404).end('{}')
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await answer()))
}

/** `serve.ts [miniprogram] [port] [api base]`: the pages by themselves, without product or sandbox. */
async function main([root = 'miniprogram', port = '7310', apiBase]: string[]) {
  const out = path.join('build', 'phone')
  const { problems } = await buildMiniprogramWeb({ root, out })
  if (problems.length) console.error(formatProblems(problems))
  const { url } = await servePhone({ out, port: Number(port), ...(apiBase ? { apiBase } : {}) })
  console.log(url)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2))
