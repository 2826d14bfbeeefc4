/**
 * How far people who rated agree with one another and with the machine, within somebody's positions (E5). A reader sees figures over many
 * and nobody's score. Of a question the first two ratings count: what an appeal brought later is about somebody who was declined.
 */
import type { AgreementReport } from '../../../../shared/contracts/agreement.js'
import type { CompetencyId } from '../../../../shared/contracts/question-bank.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { Clock } from '../../../ports/clock.js'
import type { Scope } from '../../../ports/staff.js'
import { twoRaters, type Both, type TwoRaters } from '../../../statistics/two-raters.js'
import { bandOf, bandsUpwards } from '../../assessment/index.js'
import type { InterviewStore } from '../../interviews/index.js'
import type { Position } from '../../positions/index.js'
import { machineScore, type Rating, type RatingStore, type ReportStore } from '../../reports/index.js'

export interface AgreementDeps {
  ratings: Pick<RatingStore, 'listRecent'>
  reports: Pick<ReportStore, 'assessmentsOf'>
  interviews: Pick<InterviewStore, 'find'>
  positions: { findAll(orgId: string): Promise<Position[]> }
  clock: Clock
}

interface Asked {
  orgId: string
  scope: Scope
  positionId?: string | undefined
}

/** As many are opened for one answer. */
const most = 1_000
const seed = 20261130

const levelOf = (score: number): number => bandsUpwards.indexOf(bandOf(score))

export async function agreementFor(deps: AgreementDeps, { orgId, scope, positionId }: Asked): Promise<AgreementReport> {
  const mine = (await deps.positions.findAll(orgId)).filter(({ id }) => scope === 'all' || scope.includes(id))
  const within = positionId === undefined ? mine : mine.filter(({ id }) => id === positionId)
  const newest = await deps.ratings.listRecent(orgId, most + 1)
  const rated = await ratedIn(deps, orgId, newest.slice(0, most))
  const inScope = rated.filter((one) => within.some(({ id }) => id === one.positionId))
  const names = new Map(inScope.map(({ competencyId, competency }) => [competencyId, competency]))
  const competencies: AgreementReport['competencies'] = []
  for (const [id, name] of names)
    competencies.push({ id, name, ...(await figuresOf(inScope.filter((one) => one.competencyId === id))) })
  return {
    now: deps.clock.now().toISOString(),
    ...(newest.length > most && { limited: most }),
    overall: await figuresOf(inScope),
    competencies,
    positions: mine.map(({ id, title }) => ({ id, name: title })),
  }
}

/** One question of one report with everybody's score. */
interface RatedQuestion {
  reportId: string
  positionId: string
  competencyId: CompetencyId
  competency: Bilingual
  /** In the order in which they were given. */
  scores: number[]
  machine?: number
}

async function ratedIn(deps: AgreementDeps, orgId: string, ratings: readonly Rating[]): Promise<RatedQuestion[]> {
  const ids = [...new Set(ratings.map(({ reportId }) => reportId))]
  const found: RatedQuestion[] = []
  for (const { report, assessment } of await deps.reports.assessmentsOf(orgId, ids)) {
    const interview = await deps.interviews.find({ orgId, id: report.interviewId })
    for (const { sourceId, competencyId, competency } of interview?.questions ?? []) {
      const given = ratings
        .filter((one) => one.reportId === report.id && one.questionId === sourceId)
        .sort((one, other) => one.at.getTime() - other.at.getTime())
      if (given.length === 0) continue
      const machine = machineScore(assessment, sourceId)
      found.push({
        reportId: report.id,
        positionId: report.positionId,
        competencyId,
        competency,
        scores: given.map(({ score }) => score),
        ...(machine !== undefined && { machine }),
      })
    }
  }
  return found
}

async function figuresOf(questions: readonly RatedQuestion[]): Promise<{ people: TwoRaters; machine: TwoRaters }> {
  const how = { levelOf, levels: bandsUpwards.length, seed }
  const people = grouped(questions, ({ scores: [first, second] }) =>
    first !== undefined && second !== undefined ? [[first, second] as const] : [],
  )
  const machine = grouped(questions, ({ scores, machine: given }) =>
    given === undefined ? [] : scores.slice(0, 2).map((score) => [score, given] as const),
  )
  return {
    people: await twoRaters(people, { ...how, anybody: true }),
    machine: await twoRaters(machine, { ...how, anybody: false }),
  }
}

/** One person's answers hang together. */
function grouped(questions: readonly RatedQuestion[], pairsOf: (question: RatedQuestion) => Both[]): Both[][] {
  const groups = new Map<string, Both[]>()
  for (const question of questions)
    groups.set(question.reportId, [...(groups.get(question.reportId) ?? []), ...pairsOf(question)])
  return [...groups.values()].filter((pairs) => pairs.length > 0)
}
