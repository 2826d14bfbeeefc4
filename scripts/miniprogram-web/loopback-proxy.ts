import http, { type IncomingMessage, type ServerResponse } from 'node:http'

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/

/** Tells the shim that no HTTP exchange took place, so that it fails as a phone's network does. */
const PROXY_ERROR_HEADER = 'x-phone-proxy-error'

/** Passes wx.request on: a mini-program knows no CORS, a browser does. Only the loopback is reached. */
export function proxyToLoopback(request: IncomingMessage, response: ServerResponse, address: string): void {
  if (!URL.canParse(address)) return refuse(response, 'no absolute url')
  const url = new URL(address)
  if (url.protocol !== 'http:' || !LOOPBACK.test(url.hostname)) return refuse(response, 'only the loopback is proxied')

  const {
    host: _host,
    origin: _origin,
    referer: _referer,
    cookie: _cookie,
    connection: _connection,
    ...headers
  } = request.headers
  delete headers['x-phone-person']
  const upstream = http.request(url, { method: request.method ?? 'GET', headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  upstream.on('error', (error) => refuse(response, error.message))
  response.on('close', () => upstream.destroy())
  request.pipe(upstream)
}

function refuse(response: ServerResponse, reason: string) {
  if (response.headersSent) return void response.destroy()
  response.writeHead(502, { [PROXY_ERROR_HEADER]: '1' }).end(reason)
}
