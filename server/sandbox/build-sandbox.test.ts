import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { expect } from 'chai'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../test/sandbox.js'
import { realCredentialsIn } from './real-credentials.js'

const { group, wecom } = sandboxCredentials
const webhook = `/wecom/cgi-bin/webhook/send?key=${group.webhookKey}`
const hello = { msgtype: 'text', text: { content: '大家好' } }

describe('the sandbox as a process', () => {
  let sandbox: TestSandbox

  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.close())

  it('keeps phones, group, credits and time over a restart, readable by its owner only', async () => {
    await sandbox.post(webhook, hello)
    const person = await sandbox.post('/api/people', { name: '韩梅', phone: '13700001234' })
    await sandbox.post('/api/people/li-lei/wx/subscribe', {
      choices: { [sandboxCredentials.wechat.templates.result]: 'accept' },
    })
    await sandbox.pass(86_400_000)
    const before = {
      group: await sandbox.get(`/api/groups/${group.id}/messages`),
      people: await sandbox.get('/api/people'),
    }
    await sandbox.close('keep-data')
    sandbox = await startSandbox({ dataDir: sandbox.dataDir })

    expect(await sandbox.get(`/api/groups/${group.id}/messages`)).to.deep.equal(before.group)
    expect(await sandbox.get('/api/people'))
      .to.deep.equal(before.people)
      .and.to.deep.include(person)
    expect(await sandbox.get('/api/people/li-lei/phone')).to.have.nested.property('credits.tmpl-result-0001', 1)
    expect(Date.parse((await sandbox.get<{ now: string }>('/api/clock')).now)).to.be.greaterThan(
      Date.now() + 86_000_000,
    )
    expect(fs.statSync(path.join(sandbox.dataDir, 'sandbox', 'state.json')).mode & 0o777).to.equal(0o600)
  })

  it('starts anew when its snapshot cannot be read', async () => {
    await sandbox.close('keep-data')
    fs.writeFileSync(path.join(sandbox.dataDir, 'sandbox', 'state.json'), '{"version":1,"peo')
    sandbox = await startSandbox({ dataDir: sandbox.dataDir })

    expect(await sandbox.get('/api/people')).to.have.length(2)
  })

  it('starts anew beside a snapshot of an older version, and says so', async () => {
    await sandbox.post('/api/people', { name: '韩梅', phone: '13700001234' })
    await sandbox.close('keep-data')
    const file = path.join(sandbox.dataDir, 'sandbox', 'state.json')
    fs.writeFileSync(file, JSON.stringify({ ...(JSON.parse(fs.readFileSync(file, 'utf8')) as object), version: 1 }))
    sandbox = await startSandbox({ dataDir: sandbox.dataDir })

    expect(sandbox.startedAnew).to.equal(true)
    expect(await sandbox.get('/api/people')).to.have.length(2)
    expect(await sandbox.get('/api/members')).to.have.length(7)
  })

  it('keeps members’ messages, secrets and the bot’s questions over a restart, and forgets them at a reset', async () => {
    await sandbox.post('/api/members/zhou-min/authenticator', { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' })
    await sandbox.post('/api/members/zhou-min/bot', { content: '今日' })
    await sandbox.close('keep-data')
    sandbox = await startSandbox({ dataDir: sandbox.dataDir })
    const kept = await Promise.all(
      ['authenticator', 'bot'].map((what) => sandbox.get<unknown[]>(`/api/members/zhou-min/${what}`)),
    )
    await sandbox.post('/api/reset')

    expect(sandbox.startedAnew).to.equal(false)
    expect(kept.map((list) => list.length)).to.deep.equal([1, 1])
    for (const what of ['authenticator', 'bot'])
      expect(await sandbox.get(`/api/members/zhou-min/${what}`), what).to.deep.equal([])
  })

  it('forgets everything at a reset', async () => {
    await sandbox.post(webhook, hello)
    await sandbox.post('/api/faults', { fault: 'busy', on: true })
    await sandbox.post('/api/reset')

    expect(await sandbox.get(`/api/groups/${group.id}/messages`)).to.deep.equal([])
    expect(await sandbox.get('/api/faults')).to.deep.equal([])
    expect(await sandbox.get('/api/calls')).to.deep.equal([])
  })

  it('tells at once what changed', async () => {
    const events = await fetch(`${sandbox.baseUrl}/api/events`)
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader()
    await sandbox.post(webhook, hello)
    let heard = ''
    while (!heard.includes('calls')) heard += (await reader.read()).value ?? ''
    await reader.cancel()

    expect(heard).to.include('data: {"kind":"group","id":"teller-group"}\n\n')
  })

  it('tells its clock to whoever follows it, at once and whenever it is set', async () => {
    const changes = await fetch(`${sandbox.baseUrl}/api/clock/changes`)
    const reader = changes.body!.pipeThrough(new TextDecoderStream()).getReader()
    let heard = (await reader.read()).value ?? ''
    const atFirst = heard
    await sandbox.post(webhook, hello)
    await sandbox.post('/api/clock', { speed: 60 })
    while (!heard.includes('"speed":60')) heard += (await reader.read()).value ?? ''
    await reader.cancel()

    expect(atFirst).to.match(/^data: {"now":"[^"]+","speed":1}\n\n$/)
    expect(heard.slice(atFirst.length)).to.match(/^data: {"now":"[^"]+","speed":60}\n\n$/)
  })

  it('refuses bodies that are not what it asks for, and says where', async () => {
    const cases: [string, unknown, string][] = [
      ['/api/people', { name: '', phone: '13800138000' }, 'invalid-input'],
      ['/api/people', { name: '韩梅', phone: '12345' }, 'invalid-input'],
      ['/api/people', { name: '韩梅', phone: '13700001234', admin: true }, 'invalid-input'],
      ['/api/people/wang-xiaoming/wx/subscribe', { choices: {} }, 'invalid-input'],
      ['/api/people/wang-xiaoming/wx/subscribe', { choices: { a: 'maybe' } }, 'invalid-input'],
      ['/api/people/nobody/tap', { messageId: 'x' }, 'not-found'],
      ['/api/groups/teller-group/messages', { content: ' ' }, 'invalid-input'],
      ['/api/clock', { now: 'tomorrow' }, 'invalid-input'],
      ['/api/clock', { now: '2020-01-01T00:00:00Z' }, 'clock-goes-back'],
      ['/api/clock', { speed: 0 }, 'invalid-input'],
    ]
    for (const [url, body, code] of cases) {
      expect(await sandbox.post(url, body), JSON.stringify(body)).to.have.nested.property('error.code', code)
    }
    const form = await fetch(`${sandbox.baseUrl}/api/faults`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{}',
    })
    const broken = await fetch(`${sandbox.baseUrl}/api/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    })
    const large = await fetch(sandbox.baseUrl + webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(300_000),
    })
    expect([form.status, broken.status, large.status]).to.deep.equal([415, 400, 413])
  })

  it('answers under the names of this machine only', async () => {
    const asked = request({
      port: sandbox.port,
      host: '127.0.0.1',
      path: '/api/people',
      headers: { host: 'evil.example:7301' },
    }).end()
    const [reply] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }]
    reply.resume()

    expect(reply.statusCode).to.equal(421)
  })

  it('says calmly that page or mini-program are not built yet', async () => {
    const page = await fetch(`${sandbox.baseUrl}/`)
    const phone = await fetch(`${sandbox.baseUrl}/phone/`)

    expect([page.status, phone.status]).to.deep.equal([503, 503])
    expect(page.headers.get('content-security-policy')).to.include("default-src 'self'")
  })

  it('serves the built mini-program below /phone/', async () => {
    const phoneDir = path.join(sandbox.dataDir, 'built')
    fs.mkdirSync(phoneDir)
    fs.writeFileSync(path.join(phoneDir, 'index.html'), '<p>mini</p>')
    await sandbox.close('keep-data')
    sandbox = await startSandbox({ dataDir: sandbox.dataDir, phoneDir })

    expect(await (await fetch(`${sandbox.baseUrl}/phone?person=li-lei`)).text()).to.equal('<p>mini</p>')
    expect((await fetch(`${sandbox.baseUrl}/phone/..%2Fsandbox%2Fstate.json`)).status).to.be.oneOf([403, 404])
  })
})

describe('real credentials', () => {
  it('are told from the sandbox’s own by value', () => {
    expect(
      realCredentialsIn({
        WECOM_APP_SECRET: wecom.appSecret,
        WECOM_CORP_ID: wecom.corpId,
        WECHAT_APP_SECRET: '',
        SMS_REGION: 'x',
        PATH: 'x',
      }),
    ).to.deep.equal([])
    expect(
      realCredentialsIn({
        WECOM_APP_SECRET: 'real',
        SMS_SECRET_KEY: 'real',
        WECHAT_APP_ID: 'wxreal',
        WECOM_GROUP_WEBHOOK_KEY: 'real',
      }),
    ).to.deep.equal(['SMS_SECRET_KEY', 'WECHAT_APP_ID', 'WECOM_APP_SECRET', 'WECOM_GROUP_WEBHOOK_KEY'])
  })

  it('keep the sandbox from running, which names them but never shows them', async function () {
    this.timeout(10_000)
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/sandbox/main.ts'], {
      env: { ...process.env, WECHAT_APP_SECRET: 'a-real-secret', SANDBOX_PORT: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let told = ''
    child.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString()
    })
    const impatience = setTimeout(() => child.kill(), 8_000)
    const [code] = (await once(child, 'close')) as [number]
    clearTimeout(impatience)

    expect(code).to.equal(1)
    expect(told).to.include('WECHAT_APP_SECRET').and.not.to.include('a-real-secret')
  })
})
