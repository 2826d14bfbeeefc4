/** Members and their roles. */
import type Router from '@koa/router'
import type { Context } from 'koa'
import { ByUserid, SaveMember, type MembersForAdmin } from '../../../shared/contracts/staff.js'
import { staffRouter } from '../../http/staff-router.js'
import { validBody, validParams } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { MemberStore } from './member-store.js'
import { accountsPolicy } from './policy.js'
import { presentMemberForAdmin } from './present-member.js'
import { resetSecondFactor, type ResetDeps } from './reset-second-factor.js'
import { saveMember, type SaveMemberDeps } from './save-member.js'

interface Deps extends SaveMemberDeps, ResetDeps {
  accounts: MemberStore
  audit: AuditTrail
}

const aboutMember = (ctx: Context) => ({ kind: 'member', id: validParams(ctx, ByUserid).userid })

export function memberRoutes(deps: Deps): Router {
  const { router, get, post, put } = staffRouter('/api/staff/members', deps)
  const may = accountsPolicy.manageMembers

  get('/', { action: 'member.list', may }, async (_ctx, { caller }) => {
    const members = await deps.accounts.list(caller.orgId)
    return { body: { members: members.map(presentMemberForAdmin) } satisfies MembersForAdmin, count: members.length }
  })

  put('/:userid', { action: 'member.save', may, subject: aboutMember }, async (ctx, { caller }) => {
    const { userid } = validParams(ctx, ByUserid)
    return {
      body: presentMemberForAdmin(await saveMember(deps, { caller, userid, fields: validBody(ctx, SaveMember) })),
    }
  })

  post(
    '/:userid/second-factor/reset',
    { action: 'second-factor.reset', may, subject: aboutMember },
    async (ctx, { caller }) => {
      const { userid } = validParams(ctx, ByUserid)
      await resetSecondFactor(deps, { orgId: caller.orgId, userid, by: caller.memberId })
      return { body: {} }
    },
  )

  return router
}
