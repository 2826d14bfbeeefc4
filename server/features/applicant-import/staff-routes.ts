import type Router from '@koa/router'
import type { Context } from 'koa'
import { ImportApplicants } from '../../../shared/contracts/applicant-imports.js'
import { ById } from '../../../shared/contracts/ids.js'
import { notFound } from '../../errors.js'
import { languageOf } from '../../http/language-of.js'
import { staffRouter, type StaffCall } from '../../http/staff-router.js'
import { validBody, validParams } from '../../http/validate.js'
import type { PositionOf } from '../positions/index.js'
import { presentImport, type ApplicantImport } from './applicant-import.js'
import type { ApplicantImportStore } from './applicant-import-store.js'
import { checkApplicants, importApplicants, type ApplicantFile, type ImportDeps } from './import-applicants.js'
import { applicantImportPolicy } from './policy.js'
import { resultFile } from './result-file.js'

export interface ApplicantImportRouteDeps extends ImportDeps {
  applicantImports: ImportDeps['applicantImports'] & Pick<ApplicantImportStore, 'find' | 'countsIn' | 'doneLines'>
  positionOf: PositionOf
}

const may = applicantImportPolicy.import

export function applicantImportRoutes(deps: ApplicantImportRouteDeps): Router {
  const { router, get, post } = staffRouter('/api/staff/applicant-imports', deps)

  post('/check', { action: 'applicants.check', may, reads: true }, async (ctx, call) => {
    const body = await checkApplicants(deps, await askedIn(deps, ctx, call))
    return { body, count: body.rows }
  })

  post('/', { action: 'applicants.import', may, subject: positionIn }, async (ctx, call) => ({
    body: await importApplicants(deps, await askedIn(deps, ctx, call)),
  }))

  get('/:id', { action: 'applicants.import-progress', may, subject: importIn }, async (ctx, call) => {
    const found = await importOf(deps, ctx, call)
    return { body: presentImport(found, await deps.applicantImports.countsIn(found)) }
  })

  // Without the right to download: a row's number and a code are what whoever chose the file needs to mend it.
  get('/:id/result', { action: 'applicants.import-result', may, subject: importIn }, async (ctx, call) => {
    const lines = await deps.applicantImports.doneLines(await importOf(deps, ctx, call))
    ctx.attachment('import-result.csv')
    ctx.type = 'text/csv; charset=utf-8'
    return { body: resultFile(lines, languageOf(ctx)), count: lines.length }
  })

  return router
}

const positionIn = (ctx: Context) => ({ kind: 'position', id: validBody(ctx, ImportApplicants).positionId })
const importIn = (ctx: Context) => ({ kind: 'applicant-import', id: validParams(ctx, ById).id })

async function askedIn(
  { positionOf }: Pick<ApplicantImportRouteDeps, 'positionOf'>,
  ctx: Context,
  call: StaffCall,
): Promise<ApplicantFile> {
  const { fileName, base64, told: _said, ...about } = validBody(ctx, ImportApplicants)
  const { orgId, memberId: by } = call.caller
  if (!(await positionOf(orgId, about.positionId))) throw notFound('position')
  call.within(about.positionId)
  return { orgId, by, via: 'console', ...about, file: { name: fileName, bytes: Buffer.from(base64, 'base64') } }
}

async function importOf(
  { applicantImports }: Pick<ApplicantImportRouteDeps, 'applicantImports'>,
  ctx: Context,
  call: StaffCall,
): Promise<ApplicantImport> {
  const found = await applicantImports.find(call.caller.orgId, validParams(ctx, ById).id)
  if (!found) throw notFound('import')
  call.within(found.positionId)
  return found
}
