/** `npm run doctor`: what the product needs and whether it is there, line by line; ends with 1 when something is missing. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig, type Config } from '../server/config.js'
import { openEmbeddedMongo } from '../server/embedded-mongo/index.js'
import { isOld, oldestServer, serverVersion } from '../server/migrations/index.js'
import { connectStore, storeAnswers } from '../server/mongo/connection.js'
import { loadKeyRing } from '../server/mongo/key-ring.js'
import { runCommand } from './demo/command.js'
import { lookAtMedia } from './doctor/media-access.js'
import { lookAtScorer, lookAtTranscriber } from './doctor/model-access.js'
import { platformChecks } from './doctor/platform-access.js'

type Check = [title: string, look: () => Promise<string>]

runCommand(async () => {
  const config = readConfig(process.env)
  const checks: Check[] = [
    ['配置 configuration', async () => (config.sandboxed ? '模拟台 sandbox' : '真实凭据 real credentials')],
    [
      '数据目录 data folder',
      async () => `${config.dataDir} (${((await stat(config.dataDir)).mode & 0o777).toString(8)})`,
    ],
    [
      '密钥 key',
      async () => {
        await loadKeyRing(config.keys)
        return config.keys.base64 ? '来自环境 from the environment' : config.keys.file
      },
    ],
    ['存储 store', () => lookAtStore(config)],
    ['录音 recordings', () => lookAtMedia(config.mediaBucket)],
    ['产品 product', () => lookAt(`http://127.0.0.1:${config.port}/readyz`)],
    ['转写 transcriber', () => lookAtTranscriber(config.transcriber)],
    ['第二评分 second scorer', () => lookAtScorer(config.model)],
    ...platformChecks(config),
  ]
  for (const check of checks) await run(check)
})

async function run([title, look]: Check): Promise<void> {
  try {
    console.log(`ok    ${title}  ${await look()}`)
  } catch (error) {
    console.log(`FAIL  ${title}  ${(error as Error).message}`)
    process.exitCode = 1
  }
}

async function lookAtStore({ mongodbUri, dataDir, dbName }: Config): Promise<string> {
  const embedded = mongodbUri ? undefined : await openEmbeddedMongo({ dataDir: join(dataDir, 'store') })
  const connection = await connectStore(mongodbUri ?? embedded!.uri, dbName)
  const answers = await storeAnswers(connection, 2_000)
  const server = answers ? await serverVersion(connection) : undefined
  await connection.close()
  await embedded?.close()
  if (!answers) throw new Error('没有应答 no response')
  if (server && isOld(server))
    throw new Error(`MongoDB ${server.version}，需要 ${oldestServer}.0 或更新 · ${oldestServer}.0 or later is needed`)
  return embedded ? '内嵌 embedded' : `MongoDB ${server?.version ?? ''}`
}

async function lookAt(url: string): Promise<string> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  if (!reply?.ok) throw new Error(`${url} ${reply?.status ?? '没有应答 no response'}`)
  return url
}
