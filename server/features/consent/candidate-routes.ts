/** The notice before there is an invitation: it is read on the page on which somebody applies. */
import Router from '@koa/router'
import type { PrivacyNotice } from '../../../shared/contracts/consent.js'
import { signedIn } from '../../http/session.js'
import { noticeFor } from './notice.js'

export interface NoticeRouteDeps {
  notice: PrivacyNotice
}

export function noticeRoutes({ notice }: NoticeRouteDeps): Router {
  const router = new Router({ prefix: '/api/candidate/notice' })

  router.get('/', signedIn('candidate'), (ctx) => {
    ctx.body = noticeFor(notice, 'applying')
  })

  return router
}
