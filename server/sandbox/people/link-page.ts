/** `/u/<id>`: what a URL link shows in a browser on this machine, namely where it leads on the phone. */
import Router from '@koa/router'
import type { World } from '../core/world.js'
import { ApiError } from '../http/api-error.js'
import { openLink } from './links.js'

export function linkRoutes(world: World): Router {
  const router = new Router({ prefix: '/u' })

  router.get('/:id', (ctx) => {
    if (ctx.accepts('html', 'json') === 'json') {
      ctx.body = { opens: openLink(world, ctx.params.id!).opens }
      return
    }
    const page = pageFor(world, ctx.params.id!)
    ctx.status = page.status
    ctx.type = 'html'
    ctx.body = htmlOf(page.lines)
  })

  return router
}

function pageFor(world: World, id: string): { status: number; lines: string[] } {
  try {
    const { opens } = openLink(world, id)
    return {
      status: 200,
      lines: [
        '这个链接在手机上打开小程序「江南银行招聘」：',
        escaped(opens),
        '在模拟台的手机里点这条短信，就会打开它。',
      ],
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return {
      status: error.status,
      lines: ['这个链接打不开了：它已过期，或者从来没有过。', '回到短信或联系 HR，请他们再发一次。'],
    }
  }
}

const htmlOf = (lines: string[]): string =>
  `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>江南银行招聘</title>
<body style="font:16px/28px system-ui;max-width:560px;margin:48px auto;padding:0 24px;overflow-wrap:anywhere">
${lines.map((line) => `<p>${line}</p>`).join('\n')}<p><a href="/">回到模拟台</a></p></body></html>`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
