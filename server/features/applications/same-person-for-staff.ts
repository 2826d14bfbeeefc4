/** Other files that may be the same person, for staff: whoever has the same phone or identity number, with what they applied for. */
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import { notFound } from '../../errors.js'
import { mayActOn, type StaffCaller } from '../../ports/staff.js'
import type { PositionOf } from '../positions/index.js'
import {
  ownedByBank,
  type Application,
  type ApplicationStore,
  type CandidateStore,
  type SamePersonStore,
} from '../talent/index.js'
import { applicationsPolicy } from './policy.js'

export interface SamePersonDeps {
  candidates: Pick<CandidateStore, 'findAlike' | 'findManyWithIdentity'>
  applications: Pick<ApplicationStore, 'listOf'>
  samePerson: Pick<SamePersonStore, 'judgedOf'>
  positionOf: PositionOf
}

type SamePerson = ApplicationForStaff['samePerson'][number]

/** Only files with an application that the caller may see; an administrator sees the rest. */
export async function samePersonFor(
  deps: SamePersonDeps,
  caller: StaffCaller,
  { orgId, candidateId }: Pick<Application, 'orgId' | 'candidateId'>,
  nameOf: (memberId: string) => string,
): Promise<SamePerson[]> {
  const [found, judged] = await Promise.all([
    deps.candidates.findAlike(orgId, candidateId),
    deps.samePerson.judgedOf(orgId, candidateId),
  ])
  const alike = [...found, ...stillTheSame(found, judged)]
  if (alike.length === 0) return []
  const ids = alike.map(({ id }) => id)
  const [people, applications] = await Promise.all([
    deps.candidates.findManyWithIdentity(orgId, ids),
    deps.applications.listOf(orgId, ids),
  ])
  const seen = applications.filter(({ positionId }) => mayActOn(caller, applicationsPolicy.read, positionId))
  const shown = await Promise.all(
    alike.map(async ({ id, matches }): Promise<SamePerson | undefined> => {
      const [person, theirs, verdict] = [people.get(id), seen.filter((one) => one.candidateId === id), judged.get(id)]
      if (!person || theirs.length === 0) return undefined
      return {
        candidateId: id,
        shortCode: person.shortCode,
        name: person.name,
        source: person.owner === ownedByBank ? 'import' : 'mini-program',
        matches,
        phoneProved: person.phoneProved,
        applications: await Promise.all(theirs.map((one) => shownApplication(deps, one))),
        ...(verdict && { verdict: { is: verdict.verdict, by: nameOf(verdict.by), at: verdict.at.toISOString() } }),
      }
    }),
  )
  return shown.filter((one) => one !== undefined)
}

/** A corrected number may be all that two files had in common: what staff said of them stands, and can be taken back. */
const stillTheSame = (
  found: readonly { id: string }[],
  judged: Awaited<ReturnType<SamePersonDeps['samePerson']['judgedOf']>>,
): { id: string; matches: [] }[] =>
  [...judged]
    .filter(([id, { verdict }]) => verdict === 'same' && !found.some((one) => one.id === id))
    .map(([id]) => ({ id, matches: [] }))

async function shownApplication(
  { positionOf }: SamePersonDeps,
  { id, orgId, positionId, appliedAt }: Application,
): Promise<SamePerson['applications'][number]> {
  const position = await positionOf(orgId, positionId)
  if (!position) throw notFound('position')
  return { applicationId: id, positionTitle: position.title, appliedAt: appliedAt.toISOString() }
}
