/** Writes the letter of a decline and keeps it with the decision, so that it never changes later. */
import type { Assessment } from '../../../../shared/contracts/assessment.js'
import type { DeclineLetter } from '../../../../shared/contracts/staff-decisions.js'
import type { Organisation } from '../../accounts/index.js'
import type { InterviewStore } from '../../interviews/index.js'
import type { PositionOf } from '../../positions/index.js'
import type { ReportStore } from '../../reports/index.js'
import type { ScreeningStore } from '../../screening/index.js'
import { composeLetter } from './compose-letter.js'
import { screeningStage, type Decision } from '../decisions/decision.js'
import type { DecisionStore } from '../decisions/decision-store.js'

export interface DraftLetterDeps {
  positionOf: PositionOf
  organisationOf: (orgId: string) => Promise<Organisation>
  screenings: Pick<ScreeningStore, 'judgementOf'>
  reports: Pick<ReportStore, 'findByApplication' | 'assessmentOf'>
  interviews: Pick<InterviewStore, 'findSummary' | 'find'>
}

type Declined = Pick<Decision, 'orgId' | 'applicationId' | 'positionId' | 'stage'>

/** What the candidate would read if they were declined now. */
export async function draftLetter(deps: DraftLetterDeps, decision: Declined, decidedAt: Date): Promise<DeclineLetter> {
  const { orgId, applicationId, positionId, stage } = decision
  const [position, organisation, judgement] = await Promise.all([
    deps.positionOf(orgId, positionId),
    deps.organisationOf(orgId),
    deps.screenings.judgementOf(orgId, applicationId),
  ])
  if (!position) throw new Error(`position ${positionId} is gone`)
  const interviewed = stage === screeningStage ? undefined : await interviewOf(deps, decision)
  return composeLetter({
    positionTitle: position.title,
    organisation,
    decidedAt,
    declinedAt: stage === screeningStage ? 'screening' : 'interview',
    competencies: interviewed?.competencies ?? [],
    unsure: interviewed?.unsure ?? [],
    ...(judgement && { judgement }),
    ...(interviewed?.assessment && { assessment: interviewed.assessment }),
  })
}

interface Interviewed {
  competencies: DeclineLetter['assessed']
  unsure: readonly string[]
  assessment?: Assessment
}

async function interviewOf(deps: DraftLetterDeps, { orgId, applicationId }: Declined): Promise<Interviewed> {
  const [report, summary] = await Promise.all([
    deps.reports.findByApplication(orgId, applicationId),
    deps.interviews.findSummary({ orgId, applicationId }),
  ])
  const [assessment, interview] = await Promise.all([
    report && deps.reports.assessmentOf(report),
    summary && deps.interviews.find({ orgId, id: summary.id }),
  ])
  const answered = interview?.questions.filter(({ answer }) => answer !== undefined && answer.text.trim() !== '') ?? []
  const judged = new Map(answered.map(({ competencyId, competency }) => [competencyId, competency]))
  const unsure = report && report.status !== 'reviewed' ? report.reviewItems : []
  return { competencies: [...judged.values()], unsure, ...(assessment && { assessment }) }
}

export async function keepLetter(
  deps: DraftLetterDeps & { decisions: Pick<DecisionStore, 'keepLetter'> },
  decision: Decision,
  decidedAt: Date,
): Promise<void> {
  await deps.decisions.keepLetter(decision, await draftLetter(deps, decision, decidedAt))
}
