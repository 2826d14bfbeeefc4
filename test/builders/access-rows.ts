/**
 * Who may do what, route by route: `<name>-routes.access.ts` beside the routes it is about. Every cell is the status that this
 * kind of caller gets; server/access-matrix.test.ts sends each as a real request, docs/access-matrix.csv is made from them.
 */
import type { EndpointKey } from '../../shared/contracts/endpoints.js'
import { audiences, type AccessWorld, type Audience } from './access-world.js'

export type RouteKey = EndpointKey | `GET /${'healthz' | 'readyz' | 'metrics' | 'openapi.json'}`

/** Valid in all but who sends it, so that a refusal says something about the sender. */
export interface AccessRequest {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  /** The interview that runs belongs to another candidate than the one with the report. */
  owner?: 'runner'
}

export interface AccessRow {
  expect: Record<Audience, number>
  /**
   * Of a route about a person: it is sent once more, about somebody who does not share with interviewers. Who gets another status then;
   * whoever reads only what is shared (`readersOfShared`) gets no word of theirs, whatever the status.
   */
  unshared?: Partial<Record<Audience, number>>
  /** It gives something to take along: `expect` and `unshared` are with the right to download, without it all staff is refused. */
  download?: true
  /** Left out: sent as it is. */
  request?: (world: AccessWorld) => AccessRequest | Promise<AccessRequest>
}

export type AccessRows = Partial<Record<RouteKey, AccessRow>>

type Candidates = 'candidate' | 'other-candidate'
type Staff = Exclude<Audience, Candidates | 'anonymous'>
export const candidates = ['candidate', 'other-candidate'] as const satisfies readonly Candidates[]
export const staff = audiences.filter((one): one is Staff => one !== 'anonymous' && !candidates.includes(one as never))

/** Interviewers and department managers: they read what is shared with them (consent `sharing`). */
export const readersOfShared = ['interviewer', 'department-manager'] as const satisfies readonly Staff[]

export const forEverybody = (status: number) => of(audiences, status)

/** What a route that gives something to take along answers to whoever has not the right to download. */
export const withoutDownload = ({ expect }: AccessRow): AccessRow['expect'] => ({ ...expect, ...of(staff, 403) })

/** For the candidate whose it is, and for another one; nobody else is signed in as a candidate. */
export const forCandidates = ({ own, other }: { own: number; other: number }): AccessRow['expect'] => ({
  ...of(audiences, 401),
  candidate: own,
  'other-candidate': other,
})

/** `other-position`: a recruiter for another position. Nobody else is signed in as staff. */
export const forStaff = (expect: Record<Staff, number>): AccessRow['expect'] => ({ ...of(audiences, 401), ...expect })
export const forAnyStaff = (status: number): AccessRow['expect'] => ({ ...of(audiences, 401), ...of(staff, status) })

const of = <Who extends Audience>(who: readonly Who[], status: number) =>
  Object.fromEntries(who.map((one) => [one, status])) as Record<Who, number>
