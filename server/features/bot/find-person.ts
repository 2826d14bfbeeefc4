/** Who is meant: by short code or by the full name, which several people may share. */
import { unchanged } from '../../texts/in-every-language.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { maskName } from '../notifications/index.js'
import type { Application, Candidate, CandidateIdentity } from '../talent/index.js'
import type { BotDeps } from './bot-deps.js'
import { codeIn, isWrittenAsCode } from './parse-people.js'

/** Somebody with the application that the talk is about: the newest one, unless it was named. */
export interface Person {
  candidateId: string
  shortCode: string
  /** As the group may read it. */
  maskedName: string
  application: Application
  positionTitle: Bilingual
}

export type Found = { kind: 'one'; person: Person } | { kind: 'several'; people: Person[] } | { kind: 'nobody' }

type Deps = Pick<BotDeps, 'candidates' | 'applications' | 'positionOf'>

/** A word may be a code and a name at once; `anyCase`: also the code of somebody when it is written small. */
export async function findPerson(
  deps: Deps,
  orgId: string,
  { ref, anyCase }: { ref: string; anyCase: boolean },
): Promise<Found> {
  const code = anyCase || isWrittenAsCode(ref) ? codeIn(ref) : undefined
  const [byCode, byName] = await Promise.all([
    code === undefined ? undefined : deps.candidates.findByShortCode(orgId, code),
    deps.candidates.findByName(orgId, ref),
  ])
  const candidates = new Map([...(byCode ? [byCode] : []), ...byName].map((candidate) => [candidate.id, candidate]))
  const people = (await Promise.all([...candidates.values()].map((candidate) => personOf(deps, candidate)))).filter(
    (person) => person !== undefined,
  )

  if (people.length > 1) return { kind: 'several', people }
  return people[0] ? { kind: 'one', person: people[0] } : { kind: 'nobody' }
}

export async function personByApplication(
  deps: Deps,
  orgId: string,
  applicationId: string,
): Promise<Person | undefined> {
  const application = await deps.applications.findById(orgId, applicationId)
  const candidate = application && (await deps.candidates.findWithIdentity(orgId, application.candidateId))
  return candidate && toPerson(deps, candidate, application)
}

async function personOf(deps: Deps, { orgId, id }: Candidate): Promise<Person | undefined> {
  const [newest] = await deps.applications.listOf(orgId, [id])
  const candidate = newest && (await deps.candidates.findWithIdentity(orgId, id))
  return candidate && toPerson(deps, candidate, newest)
}

export async function toPerson(
  deps: Pick<Deps, 'positionOf'>,
  { id, shortCode, name }: Candidate & CandidateIdentity,
  application: Application,
): Promise<Person> {
  const position = await deps.positionOf(application.orgId, application.positionId)
  const { positionId } = application
  return {
    candidateId: id,
    shortCode,
    maskedName: plain(maskName(name)),
    application,
    positionTitle: position?.title ?? unchanged(positionId),
  }
}

/** A name cannot mention people, link or colour. */
const plain = (text: string): string => text.replace(/[<>[\]`@\n\r]/g, ' ').trim()
