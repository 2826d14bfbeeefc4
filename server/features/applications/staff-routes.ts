/** The candidates, and the page of one application. */
import type Router from '@koa/router'
import type { Context } from 'koa'
import { TagAbility } from '../../../shared/contracts/abilities.js'
import { ById } from '../../../shared/contracts/ids.js'
import {
  CandidateQuery,
  CandidateSearch,
  CorrectPerson,
  JudgeSamePerson,
} from '../../../shared/contracts/staff-reports.js'
import { notFound } from '../../errors.js'
import { staffRouter, type StaffAnswer } from '../../http/staff-router.js'
import { validBody, validParams, validQuery } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { StaffCaller } from '../../ports/staff.js'
import { correctIdentity, judgeSamePerson, type CorrectDeps, type JudgeDeps } from '../talent/index.js'
import { findApplication, viewApplicationFor, type ApplicationPageDeps } from './application-for-staff.js'
import { printReportFor, type PrintDeps } from './report-pdf/print-report.js'
import { listCandidatesFor, type CandidateListDeps } from './candidates-for-staff.js'
import { applicationsPolicy } from './policy.js'
import { sayAbility, type SayAbilityDeps } from './say-ability.js'
import { samePersonFor } from './same-person-for-staff.js'

export type ApplicationStaffDeps = PrintDeps &
  CandidateListDeps &
  CorrectDeps &
  JudgeDeps &
  SayAbilityDeps & {
    audit: AuditTrail
    candidates: ApplicationPageDeps['candidates'] & CandidateListDeps['candidates'] & CorrectDeps['candidates']
    applications: ApplicationPageDeps['applications'] &
      CandidateListDeps['applications'] &
      JudgeDeps['applications'] &
      SayAbilityDeps['applications']
    samePerson: ApplicationPageDeps['samePerson'] & JudgeDeps['samePerson']
    timeline: ApplicationPageDeps['timeline'] & JudgeDeps['timeline']
    standings: ApplicationPageDeps['standings'] & CandidateListDeps['standings']
    decisions: ApplicationPageDeps['decisions'] & CandidateListDeps['decisions']
    appeals: ApplicationPageDeps['appeals'] & CandidateListDeps['appeals']
  }

const aboutApplication = (ctx: Context) => ({ kind: 'application', id: validParams(ctx, ById).id })

export function applicationStaffRoutes(deps: ApplicationStaffDeps): Router {
  const { router, get, post, put } = staffRouter('/api/staff', deps)

  const listing = { action: 'candidate.list', may: applicationsPolicy.list }
  async function list(caller: StaffCaller, query: CandidateSearch): Promise<StaffAnswer> {
    const body = await listCandidatesFor(deps, caller, query)
    const ids = body.candidates.map(({ applicationId }) => applicationId)
    return { body, count: ids.length, ids, ...(query.search && { searched: query.search }) }
  }
  get('/candidates', listing, (ctx, { caller }) => list(caller, validQuery(ctx, CandidateQuery)))
  post('/candidates/search', { ...listing, reads: true }, (ctx, { caller }) =>
    list(caller, validBody(ctx, CandidateSearch)),
  )

  get(
    '/applications/:id',
    {
      action: 'report.read',
      may: applicationsPolicy.read,
      subject: aboutApplication,
    },
    async (ctx, call) => {
      const { caller } = call
      const application = await findApplication(deps, caller.orgId, validParams(ctx, ById).id)
      call.within(application.positionId)
      return { body: await viewApplicationFor(deps, caller, application) }
    },
  )

  get(
    '/applications/:id/report.pdf',
    {
      action: 'report.download',
      may: applicationsPolicy.read,
      download: true,
      subject: aboutApplication,
    },
    async (ctx, call) => {
      const application = await findApplication(deps, call.caller.orgId, validParams(ctx, ById).id)
      call.within(application.positionId)
      const { fileName, pdf } = await printReportFor(deps, call.caller, application)
      ctx.attachment(fileName)
      ctx.type = 'application/pdf'
      return { body: Buffer.from(pdf) }
    },
  )

  put(
    '/applications/:id/person',
    {
      action: 'person.correct',
      may: applicationsPolicy.correctPerson,
      subject: aboutApplication,
    },
    async (ctx, call) => {
      const { orgId, memberId: by } = call.caller
      const corrections = validBody(ctx, CorrectPerson)
      const { candidateId, positionId } = await findApplication(deps, orgId, validParams(ctx, ById).id)
      call.within(positionId)
      await correctIdentity(deps, { orgId, candidateId, by, ...corrections })
      return { body: {} }
    },
  )

  put(
    '/applications/:id/abilities',
    {
      action: 'ability.tag',
      may: applicationsPolicy.tagAbilities,
      subject: aboutApplication,
    },
    async (ctx, call) => {
      const { orgId, memberId: by } = call.caller
      const said = validBody(ctx, TagAbility)
      const application = await findApplication(deps, orgId, validParams(ctx, ById).id)
      call.within(application.positionId)
      await sayAbility(deps, application, { ...said, by })
      return { body: {} }
    },
  )

  post(
    '/applications/:id/same-person',
    {
      action: 'person.judge',
      may: applicationsPolicy.judgeSamePerson,
      subject: aboutApplication,
    },
    async (ctx, call) => {
      const { orgId, memberId: by } = call.caller
      const { candidateId: other, verdict } = validBody(ctx, JudgeSamePerson)
      const application = await findApplication(deps, orgId, validParams(ctx, ById).id)
      const { candidateId, positionId } = application
      call.within(positionId)
      const shown = await samePersonFor(deps, call.caller, application, String)
      if (!shown.some((one) => one.candidateId === other)) throw notFound('candidate')
      await judgeSamePerson(deps, { orgId, candidateIds: [candidateId, other], verdict, by })
      return { body: {} }
    },
  )

  return router
}
