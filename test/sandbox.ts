/** The sandbox in this process on a free port, with a real clock that the test may move and short faults. */
import fs from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { buildSandbox, type SandboxOptions } from '../server/sandbox/build-sandbox.js'
import { usualTiming, type Timing } from '../server/sandbox/http/hold.js'

export interface TestSandbox {
  baseUrl: string
  port: number
  smtpPort: number
  dataDir: string
  /** What was kept comes from an older version and is gone. */
  startedAnew: boolean
  get<Reply = Record<string, unknown>>(path: string): Promise<Reply>
  post<Reply = Record<string, unknown>>(path: string, body?: unknown): Promise<Reply>
  /** Simulated time, in ms. */
  now(): number
  /** Lets simulated time pass. */
  pass(ms: number): Promise<void>
  save(): void
  close(keepData?: 'keep-data'): Promise<void>
}

type TestOptions = Omit<Partial<SandboxOptions>, 'timing'> & { timing?: Partial<Timing> }

export async function startSandbox(options: TestOptions = {}): Promise<TestSandbox> {
  const dataDir = options.dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'xiaozhao-sandbox-'))
  const { app, world, save, end, attach, mail, startedAnew } = buildSandbox({
    productUrl: 'http://127.0.0.1:9',
    phoneDir: path.join(dataDir, 'phone'),
    pageDir: path.join(dataDir, 'page'),
    ...options,
    dataDir,
    timing: { ...usualTiming, holdMs: 60, slowMs: 40, silenceMs: 10_000, callbackMs: 1_000, ...options.timing },
  })
  const answer = app.callback()
  const server = createServer((request, reply) => void answer(request, reply)).listen(0, '127.0.0.1')
  const endBots = attach(server)
  await new Promise((resolve) => server.once('listening', resolve))
  const mailListens = mail.listen(0, '127.0.0.1')
  await new Promise((resolve) => mailListens.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const baseUrl = `http://127.0.0.1:${port}`

  const get = async <Reply>(at: string) => (await (await fetch(baseUrl + at)).json()) as Reply
  const post = async <Reply>(at: string, body: unknown = {}) => {
    const reply = await fetch(baseUrl + at, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (reply.status === 204 ? undefined : await reply.json()) as Reply
  }

  return {
    baseUrl,
    port,
    smtpPort: (mailListens.address() as AddressInfo).port,
    dataDir,
    startedAnew,
    get,
    post,
    save,
    now: () => world.now(),
    async pass(ms) {
      await post('/api/clock', { jumpMs: ms })
    },
    async close(keepData) {
      end()
      server.closeAllConnections()
      endBots()
      await new Promise<void>((resolve) => {
        mail.close(() => resolve())
      })
      await new Promise((resolve) => {
        server.close(resolve)
      })
      if (!keepData) fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
