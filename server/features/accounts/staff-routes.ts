/** Members and their roles. */
import type Router from '@koa/router'
import { ByUserid, SaveMember, type MembersForAdmin } from '../../../shared/contracts/staff.js'
import { staffRouter } from '../../http/staff-router.js'
import { validBody, validParams } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { MemberStore } from './member-store.js'
import { accountsPolicy } from './policy.js'
import { presentMemberForAdmin } from './present-member.js'
import { saveMember, type SaveMemberDeps } from './save-member.js'

interface Deps extends SaveMemberDeps {
  accounts: MemberStore
  audit: AuditTrail
}

export function memberRoutes(deps: Deps): Router {
  const { router, get, put } = staffRouter('/api/staff/members', deps)
  const may = accountsPolicy.manageMembers

  get('/', { action: 'member.list', may }, async (_ctx, { caller }) => {
    const members = await deps.accounts.list(caller.orgId)
    return { body: { members: members.map(presentMemberForAdmin) } satisfies MembersForAdmin, count: members.length }
  })

  put(
    '/:userid',
    { action: 'member.save', may, subject: (ctx) => ({ kind: 'member', id: validParams(ctx, ByUserid).userid }) },
    async (ctx, { caller }) => {
      const { userid } = validParams(ctx, ByUserid)
      return {
        body: presentMemberForAdmin(await saveMember(deps, { caller, userid, fields: validBody(ctx, SaveMember) })),
      }
    },
  )

  return router
}
