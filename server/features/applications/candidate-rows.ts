/** A page of the list of candidates, as whoever asks may see it. A handful of queries, however many stand on it. */
import type { CandidateRow } from '../../../shared/contracts/staff-reports.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { mayActOn, type StaffCaller } from '../../ports/staff.js'
import { flowTexts, type Standing, type StoredStanding } from '../flow/index.js'
import { roundOf, type Position, type PositionOf } from '../positions/index.js'
import type { Application, ApplicationStore, CandidateStore } from '../talent/index.js'
import { applicationsPolicy } from './policy.js'
import { scoresFor, type ScoreDeps } from './scores-for-staff.js'

export interface Placed {
  application: Application
  standing: StoredStanding | undefined
}

export interface CandidateRowDeps extends ScoreDeps {
  applications: Pick<ApplicationStore, 'resumesOf'>
  candidates: Pick<CandidateStore, 'findManyWithIdentity'>
  positionOf: PositionOf
}

export async function candidateRows(
  deps: CandidateRowDeps,
  caller: StaffCaller,
  placed: readonly Placed[],
): Promise<CandidateRow[]> {
  const { orgId } = caller
  const positionIds = [...new Set(placed.map(({ application }) => application.positionId))]
  const [people, positions, columns] = await Promise.all([
    deps.candidates.findManyWithIdentity(orgId, [...new Set(placed.map(({ application }) => application.candidateId))]),
    Promise.all(positionIds.map((id) => deps.positionOf(orgId, id))),
    columnsOf(deps, caller, placed),
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
        appliedAt: application.appliedAt.toISOString(),
        ...columns(application.id),
      },
    ]
  })
}

async function columnsOf(
  deps: CandidateRowDeps,
  caller: StaffCaller,
  placed: readonly Placed[],
): Promise<(applicationId: string) => Pick<CandidateRow, 'school' | 'degree' | 'score'>> {
  const ids = placed
    .filter(({ application }) => mayActOn(caller, applicationsPolicy.compare, application.positionId))
    .map(({ application }) => application.id)
  const [resumes, scores] = await Promise.all([
    deps.applications.resumesOf(caller.orgId, ids),
    scoresFor(deps, caller, ids),
  ])
  return (id) => {
    const education = resumes.get(id)?.education
    const score = scores.get(id)
    return {
      ...(education && { school: education.school, degree: education.degree }),
      ...(score !== undefined && { score }),
    }
  }
}

/** In a later round, its own name says where somebody is. */
export function stepName(position: Position, standing: Standing | undefined): Bilingual {
  const state = standing?.state ?? 'received'
  const round = state === 'in-round' && standing?.stage !== undefined ? roundOf(position, standing.stage) : undefined
  return round?.name ?? flowTexts.states[state]
}
