/**
 * The list of candidates, page by page. As it stands, newest first, every page is one look through an index. What is sealed can neither
 * be searched nor sorted by the store: then the newest that fit, up to a limit, are put in order here, and the answer says when more fit.
 */
import type { CandidateRows, CandidateSearch } from '../../../shared/contracts/staff-reports.js'
import { scopeOf, type Scope, type StaffCaller } from '../../ports/staff.js'
import type { Application, ApplicationStore, CandidateStore } from '../talent/index.js'
import type { Position } from '../positions/index.js'
import {
  applicationStates,
  appealsWaitingFor,
  flowTexts,
  type AppealListDeps,
  type ApplicationState,
  type StandingStore,
} from '../flow/index.js'
import { candidateRows, type CandidateRowDeps, type Placed } from './candidate-rows.js'
import { inOrder, type OrderDeps } from './candidate-order.js'
import { applicationsPolicy } from './policy.js'

export interface CandidateListDeps extends CandidateRowDeps, OrderDeps, Pick<AppealListDeps, 'appeals' | 'decisions'> {
  applications: CandidateRowDeps['applications'] &
    Pick<ApplicationStore, 'listPage' | 'count' | 'searchSchool' | 'resumesOf'>
  candidates: CandidateRowDeps['candidates'] & Pick<CandidateStore, 'search'>
  standings: Pick<StandingStore, 'findMany' | 'listIn' | 'countIn'>
  positions: { findAll(orgId: string): Promise<Position[]> }
}

type Query = CandidateSearch
interface Page {
  placed: Placed[]
  total?: number
  limited?: number
  next?: string
}
interface Asked {
  orgId: string
  scope: Scope
  state: ApplicationState | undefined
  query: Query
}

const perPage = 50
/** As many as are opened and sorted for one page. */
const mostSorted = 2_000

export async function listCandidatesFor(
  deps: CandidateListDeps,
  caller: StaffCaller,
  query: Query,
): Promise<CandidateRows> {
  const { orgId } = caller
  const scope = within(scopeOf(caller, applicationsPolicy.list), query.positionId)
  const compares = scopeOf(caller, applicationsPolicy.compare)
  const known = query.step === undefined || isState(query.step)
  const asked = { orgId, scope, state: known ? (query.step as ApplicationState | undefined) : undefined, query }
  const page = known ? await pageFor(deps, caller, asked) : { placed: [], total: 0 }
  const { placed, ...rest } = page
  const [candidates, choices] = await Promise.all([candidateRows(deps, caller, placed), choicesFor(deps, caller)])
  return { candidates, ...rest, choices, compares: compares.length > 0 }
}

async function choicesFor({ positions }: CandidateListDeps, caller: StaffCaller): Promise<CandidateRows['choices']> {
  const scope = scopeOf(caller, applicationsPolicy.list)
  const all = await positions.findAll(caller.orgId)
  return {
    positions: all
      .filter(({ id }) => scope === 'all' || scope.includes(id))
      .map(({ id, title }) => ({ id, name: title })),
    steps: applicationStates.map((id) => ({ id, name: flowTexts.states[id] })),
  }
}

const within = (scope: Scope, positionId: string | undefined): Scope =>
  positionId === undefined ? scope : scope === 'all' || scope.includes(positionId) ? [positionId] : []

const isState = (step: string): step is ApplicationState => (applicationStates as readonly string[]).includes(step)

async function pageFor(deps: CandidateListDeps, caller: StaffCaller, asked: Asked): Promise<Page> {
  const { state, query } = asked
  const search = query.search?.trim()
  if (query.show === 'appeal') return sortedPage(deps, caller, asked, await whoAppealed(deps, caller, asked))
  if (search) return sortedPage(deps, caller, asked, await searched(deps, caller, { ...asked, search }))
  if ((query.order ?? 'newest') !== 'newest' || state === 'received')
    return sortedPage(deps, caller, asked, await newestOf(deps, asked))
  return state ? pageInState(deps, { ...asked, state }) : pageOfAll(deps, asked)
}

/** `1763500000000.64f…`: the moment and the id at which a page ended. */
const momentAfter = ({ after }: Query) =>
  after?.includes('.') ? { at: new Date(Number(after.split('.')[0])), id: after.split('.')[1]! } : undefined

async function pageOfAll(deps: CandidateListDeps, { orgId, scope, query }: Asked): Promise<Page> {
  const after = momentAfter(query)
  const [found, total] = await Promise.all([
    deps.applications.listPage(orgId, { scope, limit: perPage + 1, ...(after && { after }) }),
    after ? undefined : deps.applications.count(orgId, { scope }),
  ])
  const shown = found.slice(0, perPage)
  const standings = await deps.standings.findMany(
    orgId,
    shown.map(({ id }) => id),
  )
  const last = shown.at(-1)
  return {
    placed: shown.map((application) => ({ application, standing: standings.get(application.id) })),
    ...(total !== undefined && { total }),
    ...(last && found.length > perPage && { next: `${last.appliedAt.getTime()}.${last.id}` }),
  }
}

async function pageInState(
  deps: CandidateListDeps,
  { orgId, scope, state, query }: Asked & { state: ApplicationState },
): Promise<Page> {
  const after = momentAfter(query)
  const [found, total] = await Promise.all([
    deps.standings.listIn(orgId, { state, scope, limit: perPage + 1, ...(after && { after }) }),
    after ? undefined : deps.standings.countIn(orgId, { state, scope }),
  ])
  const shown = found.slice(0, perPage)
  const ids = shown.map(({ standing }) => standing.applicationId)
  const applications = new Map(
    (await deps.applications.listPage(orgId, { scope, ids, limit: perPage })).map((one) => [one.id, one]),
  )
  const last = shown.at(-1)
  return {
    placed: shown.flatMap(({ standing }) => {
      const application = applications.get(standing.applicationId)
      return application ? [{ application, standing }] : []
    }),
    ...(total !== undefined && { total }),
    ...(last && found.length > perPage && { next: `${last.standing.since.getTime()}.${last.id}` }),
  }
}

interface Gathered {
  placed: Placed[]
  more: boolean
}

async function searched(
  deps: CandidateListDeps,
  caller: StaffCaller,
  { orgId, scope, state, search }: Asked & { search: string },
): Promise<Gathered> {
  const readable = both(scope, scopeOf(caller, applicationsPolicy.compare))
  const most = mostSorted
  const [people, schools] = await Promise.all([
    deps.candidates.search(orgId, search, { most, byPhone: readable.length > 0 }),
    readable.length > 0
      ? deps.applications.searchSchool(orgId, search, { scope: readable, most })
      : { ids: [], more: false },
  ])
  const [byPerson, bySchool] = await Promise.all([
    deps.applications.listPage(orgId, { scope, candidateIds: people.ids, limit: most }),
    deps.applications.listPage(orgId, { scope, ids: schools.ids, limit: most }),
  ])
  const applications = [...new Map([...byPerson, ...bySchool].map((one) => [one.id, one])).values()]
  return { placed: await placedIn(deps, orgId, state, applications), more: people.more || schools.more }
}

/** Nobody forgets them: all of them, and what is searched for among them. */
async function whoAppealed(deps: CandidateListDeps, caller: StaffCaller, asked: Asked): Promise<Gathered> {
  const { orgId, scope, state, query } = asked
  const ids = (await appealsWaitingFor(deps, caller)).map(({ applicationId }) => applicationId)
  const search = query.search?.trim()
  if (search) {
    const { placed, more } = await searched(deps, caller, { ...asked, search })
    return { placed: placed.filter(({ application }) => ids.includes(application.id)), more }
  }
  const applications = await deps.applications.listPage(orgId, { scope, ids, limit: mostSorted })
  return { placed: await placedIn(deps, orgId, state, applications), more: false }
}

const both = (one: Scope, other: Scope): Scope =>
  one === 'all' ? other : other === 'all' ? one : one.filter((id) => other.includes(id))

async function newestOf(deps: CandidateListDeps, { orgId, scope, state }: Asked): Promise<Gathered> {
  if (state && state !== 'received') {
    const found = await deps.standings.listIn(orgId, { state, scope, limit: mostSorted + 1 })
    const ids = found.slice(0, mostSorted).map(({ standing }) => standing.applicationId)
    const applications = await deps.applications.listPage(orgId, { scope, ids, limit: mostSorted })
    return { placed: await placedIn(deps, orgId, state, applications), more: found.length > mostSorted }
  }
  const statuses = state && (['received', 'failed'] as const)
  const found = await deps.applications.listPage(orgId, { scope, limit: mostSorted + 1, ...(statuses && { statuses }) })
  return {
    placed: await placedIn(deps, orgId, state, found.slice(0, mostSorted)),
    more: found.length > mostSorted,
  }
}

async function placedIn(
  { standings }: CandidateListDeps,
  orgId: string,
  state: ApplicationState | undefined,
  applications: readonly Application[],
): Promise<Placed[]> {
  const where = await standings.findMany(
    orgId,
    applications.map(({ id }) => id),
  )
  return applications
    .map((application) => ({ application, standing: where.get(application.id) }))
    .filter(({ standing }) => state === undefined || (standing?.state ?? 'received') === state)
}

/** `50:64f…`: how many were shown, and the last of them, who is looked for first. */
async function sortedPage(
  deps: CandidateListDeps,
  caller: StaffCaller,
  { query }: Asked,
  { placed, more }: Gathered,
): Promise<Page> {
  const sorted = await inOrder(deps, caller, { placed, order: query.order ?? 'newest' })
  const [count, id] = query.after?.split(':') ?? []
  const at = id ? sorted.findIndex(({ application }) => application.id === id) : -1
  const from = at >= 0 ? at + 1 : Math.max(0, Number(count ?? 0) - 1)
  const shown = sorted.slice(from, from + perPage)
  const last = shown.at(-1)
  return {
    placed: shown,
    ...(query.after === undefined && { total: sorted.length, ...(more && { limited: mostSorted }) }),
    ...(last && from + perPage < sorted.length && { next: `${from + perPage}:${last.application.id}` }),
  }
}
