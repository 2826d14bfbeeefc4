/** Staff sign in, say who they are, and leave. What a person does with their own session needs no role. */
import Router from '@koa/router'
import type { Middleware } from 'koa'
import {
  ChooseLanguage,
  ClaimFirstAdmin,
  GiveSecondFactor,
  SignInCallback,
  SignInQuery,
} from '../../../shared/contracts/staff.js'
import { quotaLimited, rateLimited } from '../../http/rate-limit.js'
import { memberIn, refuseForeignPages, staffSessionOf } from '../../http/staff-session.js'
import { validBody, validQuery } from '../../http/validate.js'
import type { Quotas } from '../../mongo/quota-store.js'
import { claimFirstAdmin, type FirstAdminDeps } from './first-admin.js'
import type { MemberStore } from './member-store.js'
import type { Organisation } from './organisation.js'
import { presentMe } from './present-member.js'
import { enrolSecondFactor, giveSecondFactor, type SecondFactorDeps } from './second-factor.js'
import { beginSignIn, completeSignIn, consoleHome, type SignInDeps } from './sign-in.js'
import { staffCookies } from './staff-cookies.js'
import { endStaffSession } from './staff-session.js'

export interface StaffSignInDeps
  extends
    SignInDeps,
    Omit<SecondFactorDeps, 'accounts' | 'organisationOf'>,
    Omit<FirstAdminDeps, 'accounts' | 'members'> {
  accounts: MemberStore
  quotas: Quotas
  members: SignInDeps['members'] & FirstAdminDeps['members']
  organisationOf: (orgId: string) => Promise<Organisation>
}

/** Of browsers that were never here; staff of one office share one network. */
const newBrowsers = { name: 'staff-sign-in', count: 120, perSeconds: 60 }
const knownBrowser = { name: 'staff-sign-in-browser', count: 30, perSeconds: 60 }
const codesAMinute = 30

export function staffSignInRoutes(deps: StaffSignInDeps): Router {
  const router = new Router({ prefix: '/api/staff' })
  router.use(refuseForeignPages)
  wayIn(router, deps)
  ownSession(router, deps)
  secondFactor(router, deps)
  return router
}

function wayIn(router: Router, deps: StaffSignInDeps): void {
  const cookies = staffCookies(deps)
  const ofBrowser = quotaLimited({ quotas: deps.quotas, quota: knownBrowser, keyOf: (ctx) => cookies.browser(ctx) })
  const ofNetwork = quotaLimited({ quotas: deps.quotas, quota: newBrowsers })
  const limited: Middleware = async (ctx, next) => {
    await (cookies.browser(ctx) ? ofBrowser : ofNetwork)(ctx, next)
  }

  router.get('/sign-in', limited, async (ctx) => {
    const { via, returnTo = consoleHome } = validQuery(ctx, SignInQuery)
    if (ctx.state.staff) return ctx.redirect(returnTo)

    const browser = cookies.browser(ctx) ?? cookies.newBrowser(deps.randomState())
    cookies.keepBrowser(ctx, browser)
    ctx.redirect(await beginSignIn(deps, { via, userAgent: ctx.get('user-agent'), returnTo, browser }))
  })

  router.get('/sign-in/callback', limited, async (ctx) => {
    const { code, state } = validQuery(ctx, SignInCallback)
    const outcome = await completeSignIn(deps, {
      code,
      state,
      browser: cookies.browser(ctx) ?? '',
      memberId: memberIn(ctx),
    })
    if (outcome.kind === 'in-already') return ctx.redirect(consoleHome)
    if (outcome.kind === 'no-access') return ctx.redirect(`/console/no-access?why=${outcome.why}`)

    const before = cookies.session(ctx)
    if (before) await endStaffSession(deps, before)
    cookies.keepSession(ctx, outcome.token)
    ctx.redirect(outcome.returnTo)
  })
}

function ownSession(router: Router, deps: StaffSignInDeps): void {
  const cookies = staffCookies(deps)

  router.get('/me', async (ctx) => {
    const session = staffSessionOf(ctx)
    const { orgId, memberId } = session.caller
    ctx.body = presentMe(session, await deps.accounts.findById(orgId, memberId), await deps.organisationOf(orgId))
  })

  router.put('/me/language', async (ctx) => {
    const { caller } = staffSessionOf(ctx)
    const { language } = validBody(ctx, ChooseLanguage)
    await deps.accounts.setLanguage({ orgId: caller.orgId, id: caller.memberId }, language)
    ctx.body = {}
  })

  router.post('/sign-out', async (ctx) => {
    const { caller } = staffSessionOf(ctx)
    await deps.audit.append({
      orgId: caller.orgId,
      actor: caller.memberId,
      via: 'console',
      action: 'session.sign-out',
      result: 'done',
    })
    await endStaffSession(deps, cookies.session(ctx)!)
    cookies.dropSession(ctx)
    ctx.body = {}
  })
}

function secondFactor(router: Router, deps: StaffSignInDeps): void {
  const cookies = staffCookies(deps)
  const limited = rateLimited({ points: codesAMinute, perSeconds: 60, keyOf: (ctx) => memberIn(ctx) ?? ctx.ip })

  router.post('/second-factor/enrol', async (ctx) => {
    ctx.body = await enrolSecondFactor(deps, staffSessionOf(ctx).caller)
  })

  router.post('/second-factor', limited, async (ctx) => {
    const { caller } = staffSessionOf(ctx)
    const { code } = validBody(ctx, GiveSecondFactor)
    cookies.keepSession(ctx, await giveSecondFactor(deps, { caller, code, token: cookies.session(ctx)! }))
    ctx.body = {}
  })

  router.post('/first-admin', limited, async (ctx) => {
    const { caller } = staffSessionOf(ctx)
    const { code } = validBody(ctx, ClaimFirstAdmin)
    cookies.keepSession(ctx, await claimFirstAdmin(deps, { caller, code, token: cookies.session(ctx)! }))
    ctx.body = {}
  })
}
