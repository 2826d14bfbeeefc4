/** Positions, question banks, message texts and the organisation, for HR administrators; recruiters may read their positions. */
import type Router from '@koa/router'
import type { Context } from 'koa'
import { ByFile, RevisionQuery, SaveDataFile, type DataFileRows } from '../../../shared/contracts/data-files.js'
import { forbidden } from '../../errors.js'
import { staffRouter, type StaffCall } from '../../http/staff-router.js'
import { checked, validBody, validParams } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import { mayAct, mayActOn, scopeOf } from '../../ports/staff.js'
import { checkFile, listFiles, readFile, saveFile, type AdministerDeps, type WhichFile } from './administer-files.js'
import { configurationPolicy } from './policy.js'
import { groupsToRead, positionForm, type PositionFormDeps } from './position-form.js'

export function positionFormRoutes(deps: PositionFormDeps & { audit: AuditTrail }): Router {
  const { router, get } = staffRouter('/api/staff/position-form', deps)
  get('/', { action: 'file.form', may: configurationPolicy.readPositions }, async (_ctx, { caller }) => ({
    body: mayAct(caller, configurationPolicy.changeFiles)
      ? await positionForm(deps, caller.orgId)
      : await groupsToRead(deps, caller.orgId, scopeOf(caller, configurationPolicy.readPositions)),
  }))
  return router
}

const subject = (ctx: Context) => {
  const { kind, fileId } = validParams(ctx, ByFile)
  return { kind: 'file', id: `${kind}:${fileId}` }
}

export function dataFileRoutes(deps: AdministerDeps & { audit: AuditTrail }): Router {
  const { router, get, post, put } = staffRouter('/api/staff/files', deps)
  const reading = { may: configurationPolicy.readPositions, subject }

  get('/', { action: 'file.list', may: configurationPolicy.readPositions }, async (_ctx, { caller }) => {
    const mine = (kind: string, fileId: string) =>
      mayAct(caller, configurationPolicy.changeFiles) ||
      (kind === 'position' && mayActOn(caller, configurationPolicy.readPositions, fileId))
    return { body: { files: await listFiles(deps, caller.orgId, mine) } satisfies DataFileRows }
  })

  post('/check', { action: 'file.check', may: configurationPolicy.changeFiles }, async (ctx, { caller }) => ({
    body: await checkFile(deps, { orgId: caller.orgId, request: validBody(ctx, SaveDataFile) }),
  }))

  get('/:kind/:fileId', { action: 'file.read', ...reading }, async (ctx, call) => {
    const { revision } = checked(RevisionQuery, { ...ctx.query })
    return { body: await readFile(deps, fileFor(ctx, call), revision === undefined ? undefined : Number(revision)) }
  })

  get('/:kind/:fileId/yaml', { action: 'file.export', ...reading }, async (ctx, call) => {
    const { kind, fileId, revision, yaml } = await readFile(deps, fileFor(ctx, call))
    ctx.type = 'application/yaml'
    ctx.set('content-disposition', `attachment; filename="${kind}-${fileId}-r${revision}.yaml"`)
    return { body: yaml }
  })

  put(
    '/:kind/:fileId',
    { action: 'file.save', may: configurationPolicy.changeFiles, subject },
    async (ctx, { caller }) => {
      const { kind, fileId } = validParams(ctx, ByFile)
      const { orgId, memberId: savedBy } = caller
      return {
        body: await saveFile(deps, {
          orgId,
          request: validBody(ctx, SaveDataFile),
          edited: { orgId, kind, fileId },
          savedBy,
        }),
      }
    },
  )

  return router
}

/** Refuses whoever may read some positions only, for anything else. */
function fileFor(ctx: Context, call: StaffCall): WhichFile {
  const { kind, fileId } = validParams(ctx, ByFile)
  const { caller } = call
  if (!mayAct(caller, configurationPolicy.changeFiles)) {
    if (kind !== 'position') throw forbidden('not-allowed')
    call.within(fileId)
  }
  return { orgId: caller.orgId, kind, fileId }
}
