/** The sandbox as a Koa app. Listens to nothing and reads no environment: main.ts and the tests do. */
import { join } from 'node:path'
import type { Server } from 'node:http'
import { bodyParser } from '@koa/bodyparser'
import Koa, { type Middleware } from 'koa'
import { attachBot } from './aibot/attach.js'
import { smartBot } from './aibot/bot.js'
import { botConnections } from './aibot/connections.js'
import { botRoutes } from './aibot/routes.js'
import { appCallbacks } from './callbacks/callbacks.js'
import { freshState } from './core/state.js'
import { readSnapshot, snapshotWriter } from './core/snapshot.js'
import { createWorld, type World } from './core/world.js'
import { controlRoutes } from './http/control-routes.js'
import { reporter } from './delivery-reports/reporter.js'
import { jsonErrors, localOnly, pageHeaders, phoneHeaders } from './http/guards.js'
import { usualTiming, type Timing } from './http/hold.js'
import { errcodeDialect, noSuchUrl, platformCall } from './http/platform-call.js'
import { staticFolder } from './http/static-folder.js'
import { memberAppRoutes } from './members/app-routes.js'
import { memberRoutes } from './members/routes.js'
import { clientRoutes } from './oauth/client-routes.js'
import { productOrigins } from './oauth/origins.js'
import { mailServer } from './mail/mail-server.js'
import { linkRoutes } from './people/link-page.js'
import { phoneProxy, phoneSettings } from './people/phone-routes.js'
import { peopleRoutes } from './people/routes.js'
import { stepsReader } from './people/steps.js'
import { speech } from './speech/routes.js'
import { smsDialect, smsRoutes } from './sms/routes.js'
import { wechatRoutes } from './wechat/routes.js'
import { wecomRoutes } from './wecom/routes.js'

export interface SandboxOptions {
  dataDir: string
  /** How the sandbox reaches the product. */
  productUrl: string
  /** How a browser reaches it: the app's trusted domain. The product's own address under the names of this machine counts too. */
  publicUrl?: string
  phoneDir: string
  pageDir: string
  realNow?: () => number
  timing?: Timing
}

const bodyLimit = '256kb'

export function buildSandbox(options: SandboxOptions) {
  const realNow = options.realNow ?? Date.now
  const file = join(options.dataDir, 'sandbox', 'state.json')
  const snapshot = snapshotWriter(file, () => world.state)
  const kept = readSnapshot(file)
  const state = typeof kept === 'string' ? freshState(realNow()) : kept
  const world = createWorld({ state, realNow, onChange: () => snapshot.writeSoon() })
  const timing = options.timing ?? usualTiming

  const connections = botConnections(world)
  const bot = smartBot(world, connections)
  const callbacks = appCallbacks({ world, productUrl: options.productUrl, timing })
  const reports = reporter(world, options.productUrl)
  const origins = productOrigins(options)
  const app = new Koa()
  app.on('error', tellUnlessHungUp)
  app.use(jsonErrors).use(localOnly)
  app.use(async (ctx, next) => void (await (ctx.path.startsWith('/phone') ? phoneHeaders : pageHeaders)(ctx, next)))
  app.use(phoneProxy(world, options.productUrl)).use(phoneSettings(options.productUrl))
  app.use(speech(world, timing))
  app.use(bodyParser({ enableTypes: ['text'], extendTypes: { text: ['*/*'] }, textLimit: bodyLimit }))

  for (const platform of [
    { prefix: '/wecom', router: wecomRoutes(world, origins, callbacks.ready), dialect: errcodeDialect },
    { prefix: '/wechat', router: wechatRoutes(world, timing), dialect: errcodeDialect },
    { prefix: '/sms', router: smsRoutes(world, reports), dialect: smsDialect },
  ])
    app.use(platformAt(world, timing, platform))
  const { productUrl } = options
  const readSteps = stepsReader(world, productUrl)
  for (const router of [
    peopleRoutes(world, { productUrl, readSteps }),
    memberRoutes(world),
    memberAppRoutes(world, callbacks),
    clientRoutes(world, origins),
    botRoutes(world, bot),
    controlRoutes(world, bot),
    linkRoutes(world),
  ])
    app.use(router.routes())

  for (const folder of builtPages(options)) app.use(staticFolder(folder))

  return {
    app,
    world,
    startedAnew: kept === 'unreadable',
    save: () => snapshot.writeNow(),
    end: () => snapshot.end(),
    mail: mailServer({ world, timing, reports }),
    attach: (server: Server) => attachBot(server, { world, timing, connections }),
  }
}

interface Platform {
  prefix: string
  router: ReturnType<typeof wechatRoutes>
  dialect: Parameters<typeof platformCall>[2]
}

/** The endpoints of one platform: every call is recorded, may be struck by a fault, and an unknown URL is refused in its words. */
function platformAt(world: World, timing: Timing, { prefix, router, dialect }: Platform): Middleware {
  const around = platformCall(world, timing, dialect)
  const endpoints = router.routes() as unknown as Middleware
  const refused = async () => noSuchUrl()
  return async (ctx, next) =>
    void (await (ctx.path.startsWith(`${prefix}/`)
      ? around(ctx, () => endpoints(ctx, refused) as Promise<void>)
      : next()))
}

const builtPages = ({ phoneDir, pageDir }: SandboxOptions) => [
  { at: '/phone', directory: phoneDir, notBuilt: '小程序还没有构建好。The mini-program has not been built yet.' },
  { at: '', directory: pageDir, notBuilt: '模拟台的页面还没有构建好。The sandbox page has not been built yet.' },
]

/** A page that is closed ends its event stream early: nothing is wrong. */
function tellUnlessHungUp(error: Error & { code?: string }): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET') console.error(error)
}
