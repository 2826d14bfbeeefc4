/** `/m`, the one address that texts of SMS can hold as a constant: it sends a phone into the mini-program. */
import Router from '@koa/router'
import type { Clock } from '../../ports/clock.js'
import type { LinkMaker } from '../../ports/messenger.js'
import { allLanguages } from '../../texts/in-every-language.js'
import { texts } from './texts/index.js'

export interface WayInDeps {
  links: LinkMaker
  clock: Clock
  log: { error(fields: object, text: string): void }
}

const page = 'pages/claim/claim'
/** Links live for 30 days; made anew long before, and seldom, for anybody may ask. */
const keptMs = 20 * 86_400_000
const failedMs = 10_000

export function wayInRoutes(deps: WayInDeps): Router {
  const router = new Router()
  const currentLink = keptLink(deps)

  router.get('/m', async (ctx) => {
    const link = await currentLink()
    ctx.set('cache-control', 'no-store')
    if (link) return ctx.redirect(link)
    ctx.status = 503
    ctx.type = 'text/plain'
    ctx.body = allLanguages(texts.noWayIn, '\n')
  })

  return router
}

function keptLink({ links, clock, log }: WayInDeps): () => Promise<string | undefined> {
  let kept: { link: Promise<string | undefined>; until: number } | undefined

  function make(now: number): Promise<string | undefined> {
    const expiresAt = new Date(now + keptMs + 86_400_000)
    return links.linkTo({ page, query: '', expiresAt }).catch((err: unknown) => {
      log.error({ err }, 'no link into the mini-program could be made')
      kept = { link: Promise.resolve(undefined), until: clock.now().getTime() + failedMs }
      return undefined
    })
  }

  return () => {
    const now = clock.now().getTime()
    if (!kept || now >= kept.until) kept = { link: make(now), until: now + keptMs }
    return kept.link
  }
}
