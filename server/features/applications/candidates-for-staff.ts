/** The list of candidates: the newest first, by name or short code, position and state. A handful of queries for a page. */
import type { CandidateQuery, CandidateRow, CandidateRows } from '../../../shared/contracts/staff-reports.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Static } from 'typebox'
import { scopeOf, type Scope, type StaffCaller } from '../../ports/staff.js'
import { roundOf, type Position, type PositionOf } from '../positions/index.js'
import type { Application, ApplicationStore, CandidateStore } from '../talent/index.js'
import {
  applicationStates,
  flowTexts,
  type ApplicationState,
  type Standing,
  type StandingStore,
  type StoredStanding,
} from '../flow/index.js'
import { applicationsPolicy } from './policy.js'

export interface CandidateListDeps {
  applications: Pick<ApplicationStore, 'listRecent'>
  candidates: Pick<CandidateStore, 'findByShortCode' | 'findByName' | 'findManyWithIdentity'>
  standings: Pick<StandingStore, 'findMany' | 'listIn'>
  positionOf: PositionOf
}

type Query = Static<typeof CandidateQuery>
const mostRows = 200
/** Looked through when a state has no index of its own: who has only just applied. */
const mostRead = 1_000

export async function listCandidatesFor(
  deps: CandidateListDeps,
  caller: StaffCaller,
  query: Query,
): Promise<CandidateRows> {
  const scope = within(scopeOf(caller, applicationsPolicy.list), query.positionId)
  const candidateIds = query.search?.trim() ? await searched(deps, caller.orgId, query.search.trim()) : undefined
  const found = await inState(deps, caller.orgId, query.step, { scope, ...(candidateIds && { candidateIds }) })
  const candidates = await rowsOf(deps, caller.orgId, found.slice(0, mostRows))
  return { candidates, ...(found.length > mostRows && { more: true }) }
}

const within = (scope: Scope, positionId: string | undefined): Scope =>
  positionId === undefined ? scope : scope === 'all' || scope.includes(positionId) ? [positionId] : []

/** Four characters may be a code or a name. */
async function searched({ candidates }: CandidateListDeps, orgId: string, text: string): Promise<string[]> {
  const [byCode, byName] = await Promise.all([
    candidates.findByShortCode(orgId, text.toUpperCase()),
    candidates.findByName(orgId, text),
  ])
  return [...(byCode ? [byCode] : []), ...byName].map(({ id }) => id)
}

type Placed = { application: Application; standing: StoredStanding | undefined }
interface Narrowed {
  scope: Scope
  candidateIds?: readonly string[]
}

async function inState(
  deps: CandidateListDeps,
  orgId: string,
  step: string | undefined,
  narrowed: Narrowed,
): Promise<Placed[]> {
  const indexed =
    step !== undefined && step !== 'received' && isState(step)
      ? await deps.standings.listIn(orgId, step, mostRead)
      : undefined
  const limit = step === undefined ? mostRows + 1 : mostRead
  const applications = await deps.applications.listRecent(orgId, {
    ...narrowed,
    limit,
    ...(indexed && { ids: indexed.map(({ applicationId }) => applicationId) }),
  })
  const standings = indexed
    ? new Map(indexed.map((one) => [one.applicationId, one]))
    : await deps.standings.findMany(
        orgId,
        applications.map(({ id }) => id),
      )
  const placed = applications.map((application) => ({ application, standing: standings.get(application.id) }))
  return step === undefined ? placed : placed.filter(({ standing }) => (standing?.state ?? 'received') === step)
}

const isState = (step: string): step is ApplicationState => (applicationStates as readonly string[]).includes(step)

async function rowsOf(deps: CandidateListDeps, orgId: string, placed: readonly Placed[]): Promise<CandidateRow[]> {
  const positionIds = [...new Set(placed.map(({ application }) => application.positionId))]
  const [people, positions] = await Promise.all([
    deps.candidates.findManyWithIdentity(orgId, [...new Set(placed.map(({ application }) => application.candidateId))]),
    Promise.all(positionIds.map((id) => deps.positionOf(orgId, id))),
  ])
  return placed.flatMap(({ application, standing }) => {
    const person = people.get(application.candidateId)
    const position = positions.find((one) => one?.id === application.positionId)
    if (!person || !position) return []
    return [
      {
        applicationId: application.id,
        name: person.name,
        shortCode: person.shortCode,
        positionId: position.id,
        positionTitle: position.title,
        step: standing?.state ?? 'received',
        stepName: stepName(position, standing),
        since: (standing?.since ?? application.appliedAt).toISOString(),
      },
    ]
  })
}

/** In a later round, its own name says where somebody is. */
export function stepName(position: Position, standing: Standing | undefined): Bilingual {
  const state = standing?.state ?? 'received'
  const round = state === 'in-round' && standing?.stage !== undefined ? roundOf(position, standing.stage) : undefined
  return round?.name ?? flowTexts.states[state]
}
