import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import Koa from 'koa'
import { consolePages } from './console-pages.js'

describe('the console’s pages', () => {
  let server: Server
  let directory: string
  const get = (path: string) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { redirect: 'manual' })

  /** fetch would put the address in order. */
  const sentRaw = (path: string) =>
    new Promise<string>((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      const sent = request({ host: '127.0.0.1', port, path }, (reply) => {
        let text = ''
        reply.on('data', (chunk) => (text += String(chunk)))
        reply.on('end', () => resolve(text))
      })
      sent.on('error', reject).end()
    })

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'xiaozhao-console-'))
    mkdirSync(join(directory, 'assets'))
    writeFileSync(join(directory, 'index.html'), '<!doctype html><title>console</title>')
    writeFileSync(join(directory, 'assets', 'main-1.js'), 'export {}')
    const app = new Koa()
    app.use(consolePages(directory))
    // oxlint-disable-next-line typescript/no-misused-promises -- Koa answers every error itself
    server = createServer(app.callback()).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
    rmSync(directory, { recursive: true, force: true })
  })

  it('answers the page for every address of its router, fresh each time', async () => {
    for (const path of ['/console/', '/console/candidates/656565656565656565656565', '/console/first-admin?x=1']) {
      const reply = await get(path)

      expect([reply.status, reply.headers.get('cache-control')]).to.deep.equal([200, 'max-age=0'])
      expect(await reply.text()).to.contain('<title>console</title>')
    }
  })

  it('plays sound and pictures that move from here only', async () => {
    const policy = (await get('/console/')).headers.get('content-security-policy')!.split(';')

    expect(policy).to.include("media-src 'self'").and.to.include("object-src 'none'")
  })

  it('lets built files be kept for ever, and answers 404 for one that is not there', async () => {
    const [script, missing, page] = [
      await get('/console/assets/main-1.js'),
      await get('/console/assets/main-2.js'),
      await get('/console/assets/../index.html'),
    ]
    await Promise.all([script, missing, page].map((reply) => reply.text()))

    expect(script.headers.get('cache-control')).to.contain('immutable')
    expect(missing.status).to.equal(404)
    expect(page.headers.get('cache-control')).to.equal('max-age=0')
  })

  it('names what it sends, lists no folder and leaves its own for nobody', async () => {
    const types = ['/console/', '/console/assets/main-1.js'].map(async (path) => {
      const reply = await get(path)
      await reply.text()
      return reply.headers.get('content-type')
    })
    for (const folder of [directory, join(directory, 'assets')])
      writeFileSync(join(folder, '.secret'), 'not for anybody')

    expect(await Promise.all(types)).to.deep.equal(['text/html; charset=utf-8', 'text/javascript; charset=utf-8'])
    const ways = ['', '%2e%2e/.secret', '../.secret', '..%2f.secret', '..%2f..%2f..%2f..%2fetc%2fpasswd', '.secret']
    for (const way of ways)
      expect(await sentRaw(`/console/assets/${way}`), way).not.to.match(/main-1|for anybody|root:/)
  })

  it('allows no script or style inside the page and no frame around it', async () => {
    const page = await get('/console/')
    await page.text()
    const policy = page.headers.get('content-security-policy')

    expect(policy)
      .to.contain("script-src 'self';")
      .and.to.contain("style-src 'self';")
      .and.to.contain("frame-ancestors 'none'")
      .and.to.contain("object-src 'none'")
      .and.to.contain("base-uri 'none'")
    expect(policy).to.not.contain('unsafe')
  })

  it('says calmly that it is not built, and leaves other addresses alone', async () => {
    rmSync(join(directory, 'index.html'))

    const [page, elsewhere, short] = [await get('/console/'), await get('/api/staff/me'), await get('/console')]
    await Promise.all([page, elsewhere, short].map((reply) => reply.text()))

    expect([page.status, elsewhere.status]).to.deep.equal([503, 404])
    expect(short.headers.get('location')).to.equal('/console/')
  })
})
