/**
 * Runs what was built: the product, and the sandbox in a process of its own when no credentials are configured, so that
 * killing the product does not kill what the platform saw. A product that dies is started again.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../server/config.js'
import { AppError } from '../server/errors.js'

const restartAfterMs = 500
const startWithinMs = 60_000
const children = new Set<ChildProcess>()
let stopping = false

const serverFile = (name: string) => fileURLToPath(new URL(`../server/${name}.js`, import.meta.url))

function start(file: string, env: NodeJS.ProcessEnv): void {
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  children.add(child)
  child.once('exit', (code, signal) => {
    children.delete(child)
    if (stopping) return
    if (signal === null && code !== null && code !== 0) return stopAll(code) // it said why: a wrong configuration does not mend itself
    console.log(`进程已退出（${signal ?? code}），正在重启 · process ended, starting again`)
    setTimeout(() => start(file, env), restartAfterMs)
  })
}

function stopAll(code = 0): void {
  stopping = true
  process.exitCode = code
  for (const child of children) child.kill('SIGTERM')
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
    (reply) => reply.ok,
    () => false,
  )
}

async function untilReady(urls: string[]): Promise<boolean> {
  const deadline = Date.now() + startWithinMs
  while (Date.now() < deadline && !stopping) {
    const ready = await Promise.all(urls.map(answers))
    if (ready.every(Boolean)) return true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return false
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const productUrl = `http://127.0.0.1:${config.port}`
  const quiet = { LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' }

  if (config.sandboxed)
    start(serverFile('sandbox/main'), { ...quiet, PRODUCT_URL: productUrl, DATA_DIR: config.dataDir })
  start(serverFile('main'), quiet)

  const ready = await untilReady([
    ...(config.role === 'worker' ? [] : [`${productUrl}/readyz`]),
    ...(config.sandboxed ? [`${config.sandboxUrl}/api/people`] : []),
  ])
  if (!ready) return
  console.log(
    config.sandboxed
      ? `\n小招已就绪。请用浏览器打开（本机模拟，没有连接真实企业微信）· Ready. Open in a browser (a simulation on this machine):\n\n  http://localhost:${new URL(config.sandboxUrl).port}/\n`
      : `\n小招已就绪 · Ready: ${config.publicUrl}\n`,
  )
}

process.once('SIGINT', () => stopAll())
process.once('SIGTERM', () => stopAll())
main().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error)
  stopAll(1)
})
