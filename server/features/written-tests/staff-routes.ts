import type Router from '@koa/router'
import type { Context } from 'koa'
import { ImportWrittenTest, type WrittenTestOutcome } from '../../../shared/contracts/written-tests.js'
import { notFound } from '../../errors.js'
import { staffRouter, type StaffCall } from '../../http/staff-router.js'
import { validBody } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { PositionOf } from '../positions/index.js'
import { checkWrittenTest, importWrittenTest, type ImportDeps, type WrittenTestFile } from './import-written-test.js'
import { writtenTestsPolicy } from './policy.js'

export interface WrittenTestRouteDeps extends ImportDeps {
  positionOf: PositionOf
  audit: AuditTrail
}

export function writtenTestRoutes(deps: WrittenTestRouteDeps): Router {
  const { router, post } = staffRouter('/api/staff/written-tests', deps)
  const may = writtenTestsPolicy.import

  post('/check', { action: 'written-test.check', may, reads: true }, async (ctx, call) => {
    const body: WrittenTestOutcome = await checkWrittenTest(deps, await askedIn(deps, ctx, call))
    return { body, count: body.new + body.changed + body.unchanged }
  })

  post('/', { action: 'written-test.import', may, subject: positionIn }, async (ctx, call) => {
    const body: WrittenTestOutcome = await importWrittenTest(deps, await askedIn(deps, ctx, call))
    return { body }
  })

  return router
}

const positionIn = (ctx: Context) => ({ kind: 'position', id: validBody(ctx, ImportWrittenTest).positionId })

async function askedIn(
  { positionOf }: Pick<WrittenTestRouteDeps, 'positionOf'>,
  ctx: Context,
  call: StaffCall,
): Promise<WrittenTestFile> {
  const { fileName, base64, ...test } = validBody(ctx, ImportWrittenTest)
  const { orgId, memberId: by } = call.caller
  if (!(await positionOf(orgId, test.positionId))) throw notFound('position')
  call.within(test.positionId)
  return { orgId, by, ...test, file: { name: fileName, bytes: Buffer.from(base64, 'base64') } }
}
