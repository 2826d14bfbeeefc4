/** Runs the sandbox as a process of its own, so that the platform survives when the product is killed. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { buildSandbox } from './build-sandbox.js'
import { realCredentialsIn } from './real-credentials.js'

const { env } = process
const port = Number(env.SANDBOX_PORT || 7301)
const mailPort = Number(env.SANDBOX_SMTP_PORT || port + 1)
/** Longer than a caller is busy between two calls, else it writes into a connection that is just being closed. */
const keepAliveMs = 65_000

const real = realCredentialsIn(env)
if (real.length > 0) {
  console.error(
    `The sandbox does not run beside real credentials. Unset ${real.join(', ')} to simulate, or run without the sandbox.`,
  )
  process.exit(1)
}

const productUrl = (env.PRODUCT_URL || 'http://127.0.0.1:7300').replace(/\/$/, '')

const { app, end, attach, mail, startedAnew } = buildSandbox({
  dataDir: resolve(env.DATA_DIR || './data'),
  productUrl,
  publicUrl: (env.PUBLIC_URL || `http://localhost:${new URL(productUrl).port}`).replace(/\/$/, ''),
  phoneDir: resolve(env.PHONE_DIR || 'build/miniprogram-web'),
  pageDir: resolve(env.PAGE_DIR || 'build/sandbox-page'),
})

if (startedAnew) {
  console.log(
    '模拟台的旧数据来自较早的版本，已从头开始。What the sandbox had kept comes from an older version, so it starts anew.',
  )
}
const answer = app.callback()
const server = createServer((request, reply) => void answer(request, reply))
const endBots = attach(server)
server.keepAliveTimeout = keepAliveMs
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken. Set SANDBOX_PORT to another one.` : error.message)
  process.exit(1)
})
mail.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') return console.error(error.message)
  console.error(`Port ${mailPort} is taken. Set SANDBOX_SMTP_PORT to another one.`)
  process.exit(1)
})
mail.listen(mailPort, '127.0.0.1')
server.listen(port, '127.0.0.1')
await once(server, 'listening')
console.log(`Sandbox: http://localhost:${(server.address() as { port: number }).port}/`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    end()
    server.close()
    endBots()
    mail.close()
    server.closeAllConnections()
  })
}
