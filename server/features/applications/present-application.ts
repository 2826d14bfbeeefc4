/** The report page, field by field (E5, R11): an interviewer sees neither phone nor e-mail, nobody the identity number. Pure. */
import type { Role } from '../../../shared/contracts/staff.js'
import type { WaitingDecision } from '../../../shared/contracts/staff-decisions.js'
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import type { Resume } from '../../../shared/contracts/talent.js'
import { unchanged } from '../../texts/in-every-language.js'
import { channelNames, type Notifications } from '../notifications/index.js'
import { aiRoundOf, roundAfter, slotAhead, stageNameOf, type Position } from '../positions/index.js'
import type { Report, ReportForStaff } from '../reports/index.js'
import type { Judgement } from '../screening/index.js'
import type { Application, Candidate, CandidateIdentity } from '../talent/index.js'
import type { TimelineEvent } from '../timeline/index.js'
import { type Standing, decidersOf, screeningStage, type Ruled } from '../flow/index.js'
import { historyOf } from './history.js'
import { texts } from './texts/index.js'

export interface ApplicationPageParts {
  application: Application
  person: Candidate & CandidateIdentity
  position: Position
  resume: Resume
  judgement: Judgement | undefined
  standing: Standing | undefined
  report: { stored: Report; shown: ReportForStaff } | undefined
  rulings: readonly Ruled[]
  events: readonly TimelineEvent[]
  messages: Awaited<ReturnType<Notifications['history']>>
  waiting: WaitingDecision | undefined
  now: Date
  nameOf: (memberId: string) => string
  roles: readonly Role[]
  readsContact: boolean
  samePerson: ApplicationForStaff['samePerson']
  invitation: ApplicationForStaff['invitation']
  may: ApplicationForStaff['may']
}

export function presentApplication(parts: ApplicationPageParts): ApplicationForStaff {
  const { application, person, position, judgement, report, invitation, waiting, rulings, nameOf } = parts
  const nextSlot = nextSlotOf(parts)
  return {
    now: parts.now.toISOString(),
    applicationId: application.id,
    name: person.name,
    shortCode: person.shortCode,
    positionId: position.id,
    positionTitle: position.title,
    appliedAt: application.appliedAt.toISOString(),
    source: application.source,
    ...presentResume(parts),
    ...(judgement && { screening: presentScreening(judgement) }),
    flow: flowOf(parts),
    ...(invitation && { invitation }),
    ...(waiting && { waiting }),
    decisions: rulings.map(({ stage, verdict, by, at, reason }) => ({
      stageName: stageNameOf(position, stage),
      verdict,
      by: nameOf(by),
      at: at.toISOString(),
      ...(reason !== undefined && { reason }),
    })),
    ...(report && { report: report.shown }),
    history: historyOf(parts.events, application.id, nameOf),
    messages: parts.messages.map(presentMessage),
    ...(nextSlot && { nextSlot }),
    samePerson: parts.samePerson,
    may: mayNow(parts),
  }
}

/** The number on file, which staff may have corrected since the résumé was written. */
function presentResume({
  resume,
  person: { phone },
  readsContact,
}: ApplicationPageParts): Pick<ApplicationForStaff, 'resume' | 'contact'> {
  const { name, email, education, yearsOfExperience, certificates, experiences, selfIntroduction } = resume
  return {
    resume: {
      name,
      education,
      yearsOfExperience,
      certificates,
      experiences,
      ...(selfIntroduction !== undefined && { selfIntroduction }),
    },
    ...(readsContact && { contact: { phone, ...(email !== undefined && { email }) } }),
  }
}

const presentScreening = ({ score, outcome, results }: Judgement): NonNullable<ApplicationForStaff['screening']> => ({
  score,
  outcome,
  matched: results.flatMap(({ matched }) => matched),
  reasons: results.map(({ reason }) => reason),
})

function nextSlotOf({ position, waiting, now }: ApplicationPageParts): ApplicationForStaff['nextSlot'] {
  return waiting && slotAhead(roundAfter(position, waiting.stage)?.slot, now)
}

function mayNow({ may, waiting, position, roles, report }: ApplicationPageParts): ApplicationForStaff['may'] {
  const decides = waiting !== undefined && roles.some((role) => decidersOf(position, waiting.stage).includes(role))
  return { ...may, decide: may.decide && decides, rate: may.rate && report !== undefined }
}

type Step = ApplicationForStaff['flow'][number]
const ended = new Set(['passed', 'declined'])

/** Screening, then the rounds of the position. Everything before where the application stands is done. */
function flowOf({ position, standing, judgement, report }: ApplicationPageParts): Step[] {
  const stages = [screeningStage, ...position.rounds.map(({ id }) => id)]
  const ai = aiRoundOf(position).id
  const at = whereNow(standing, ai)
  const now = stages.indexOf(at)
  return stages.map((id, index): Step => ({
    id,
    name: stageNameOf(position, id),
    state:
      standing?.state === 'passed' || index < now
        ? 'done'
        : index === now && !ended.has(standing?.state ?? '')
          ? 'now'
          : 'todo',
    ...(id === screeningStage && judgement && { score: judgement.score }),
    ...(id === ai && report && scoreOf(report.shown)),
  }))
}

function whereNow(standing: Standing | undefined, ai: string): string {
  if (!standing || standing.state === 'received') return screeningStage
  return standing.stage ?? ai
}

const scoreOf = ({ total, band }: ReportForStaff): Pick<Step, 'score' | 'hidden'> =>
  total !== undefined ? { score: total } : band ? { hidden: true } : {}

function presentMessage({
  template,
  status,
  queuedAt,
  settledAt,
  reason,
  waitsFor,
  attempts,
}: ApplicationPageParts['messages'][number]): ApplicationForStaff['messages'][number] {
  const last = attempts.at(-1)
  const why = waitsFor ?? (last && texts.byWay(channelNames[last.channel], last.why))
  return {
    at: (settledAt ?? queuedAt).toISOString(),
    template,
    status,
    detail: why ?? (reason === undefined ? texts.waitsToBeSent : unchanged(reason)),
  }
}
