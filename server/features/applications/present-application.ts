/** The report page, field by field (E5, R11): an interviewer sees neither phone nor e-mail, nobody the identity number. Pure. */
import type { Role } from '../../../shared/contracts/staff.js'
import type { WaitingDecision } from '../../../shared/contracts/staff-decisions.js'
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import type { Resume } from '../../../shared/contracts/talent.js'
import type { Notifications } from '../notifications/index.js'
import { aiRoundOf, roundAfter, slotAhead, stageNameOf, type Position } from '../positions/index.js'
import type { Report, ReportForStaff } from '../reports/index.js'
import type { Judgement } from '../screening/index.js'
import type { AbilityTag, Application, Candidate, CandidateIdentity } from '../talent/index.js'
import type { TimelineEvent } from '../timeline/index.js'
import { decidersOf, endsApplication, screeningStage, type Decision, type Ruled, type Standing } from '../flow/index.js'
import { presentWrittenTest, type WrittenTestStore } from '../written-tests/index.js'
import { historyOf } from './history.js'
import { presentMessage } from './present-message.js'

/** Who, for what, and where they stand. */
export interface Told {
  application: Application
  person: Candidate & CandidateIdentity
  position: Position
  standing: Standing | undefined
  rulings: readonly Ruled[]
  waiting: WaitingDecision | undefined
  decisions: readonly Decision[]
  now: Date
  nameOf: (memberId: string) => string
  roles: readonly Role[]
  may: ApplicationForStaff['may']
}

export interface ApplicationPageParts extends Told {
  resume: Resume
  abilities: readonly AbilityTag[]
  judgement: Judgement | undefined
  report: { stored: Report; shown: ReportForStaff } | undefined
  events: readonly TimelineEvent[]
  messages: Awaited<ReturnType<Notifications['history']>>
  readsContact: boolean
  samePerson: ApplicationForStaff['samePerson']
  invitation: ApplicationForStaff['invitation']
  appeal: ApplicationForStaff['appeal']
  writtenTests: Awaited<ReturnType<WrittenTestStore['listOf']>>
}

export function presentApplication(parts: ApplicationPageParts): ApplicationForStaff {
  const { application, judgement, report, invitation, nameOf } = parts
  return {
    ...presentHead(parts),
    ...presentResume(parts),
    abilities: parts.abilities.map((one) => presentAbility(one, nameOf)),
    ...(judgement && { screening: presentScreening(judgement) }),
    flow: flowOf(parts, { judgement, report: report?.shown }),
    ...(invitation && { invitation }),
    ...(parts.appeal && { appeal: parts.appeal }),
    ...(report && { report: report.shown }),
    ...(parts.writtenTests.length > 0 && { writtenTests: parts.writtenTests.map(presentWrittenTest) }),
    history: historyOf(parts.events, application.id, nameOf),
    messages: parts.messages.map(presentMessage),
    samePerson: parts.samePerson,
    may: mayNow(parts, report !== undefined),
  }
}

export function presentHead(
  told: Told,
): Omit<ApplicationForStaff, 'flow' | 'history' | 'messages' | 'abilities' | 'samePerson' | 'may' | 'notShared'> {
  const { application, person, position, waiting, rulings } = told
  const nextSlot = nextSlotOf(told)
  return {
    now: told.now.toISOString(),
    applicationId: application.id,
    name: person.name,
    shortCode: person.shortCode,
    positionId: position.id,
    positionTitle: position.title,
    appliedAt: application.appliedAt.toISOString(),
    source: application.source,
    ...(waiting && { waiting }),
    decisions: rulings.map((ruled) => presentRuling(ruled, told)),
    ...endedBy(told),
    ...(nextSlot && { nextSlot }),
  }
}

function endedBy({ decisions, position, roles, may }: Told): Pick<ApplicationForStaff, 'endedBy'> {
  const end = may.decide && decisions.find((one) => endsApplication(one, position))
  return end && roles.some((role) => decidersOf(position, end.stage).includes(role)) ? { endedBy: end.id } : {}
}

const presentRuling = (
  { stage, verdict, by, at, reason, takenBack }: Ruled,
  { position, nameOf }: Told,
): ApplicationForStaff['decisions'][number] => ({
  stageName: stageNameOf(position, stage),
  verdict,
  by: nameOf(by),
  at: at.toISOString(),
  ...(reason !== undefined && { reason }),
  ...(takenBack && {
    takenBack: { by: nameOf(takenBack.by), at: takenBack.at.toISOString(), reason: takenBack.reason },
  }),
})

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

const presentAbility = (
  { tag: { id, label, competencyId }, has, quotation, byHand }: AbilityTag,
  nameOf: (memberId: string) => string,
): ApplicationForStaff['abilities'][number] => ({
  id,
  label,
  competencyId,
  has,
  ...(quotation !== undefined && { quotation }),
  ...(byHand && { byHand: { by: nameOf(byHand.by), at: byHand.at.toISOString() } }),
})

const presentScreening = ({ score, outcome, results }: Judgement): NonNullable<ApplicationForStaff['screening']> => ({
  score,
  outcome,
  reasons: results.map(({ reason }) => reason),
})

function nextSlotOf({ position, waiting, now }: Told): ApplicationForStaff['nextSlot'] {
  return waiting && slotAhead(roundAfter(position, waiting.stage)?.slot, now)
}

export function mayNow({ may, waiting }: Told, reads: boolean): ApplicationForStaff['may'] {
  return { ...may, decide: waiting !== undefined && waiting.allowed.length > 0, rate: may.rate && reads }
}

type Step = ApplicationForStaff['flow'][number]

/** Screening, then the rounds of the position. Everything before where the application stands is done. */
export function flowOf(
  { position, standing }: Told,
  { judgement, report }: { judgement?: Judgement | undefined; report?: ReportForStaff | undefined } = {},
): Step[] {
  const stages = [screeningStage, ...position.rounds.map(({ id }) => id)]
  const ai = aiRoundOf(position).id
  const at = whereNow(standing, ai)
  const now = stages.indexOf(at)
  return stages.map((id, index): Step => ({
    id,
    name: stageNameOf(position, id),
    state: stepState(index - now, standing?.state),
    ...(id === screeningStage && judgement && { score: judgement.score }),
    ...(id === ai && report && scoreOf(report)),
  }))
}

/** `ahead`: of where the application stands. The step in which somebody was declined is over. */
function stepState(ahead: number, state: Standing['state'] | undefined): Step['state'] {
  if (state === 'passed' || ahead < 0) return 'done'
  if (ahead > 0) return 'todo'
  return state === 'declined' ? 'done' : 'now'
}

function whereNow(standing: Standing | undefined, ai: string): string {
  if (!standing || standing.state === 'received') return screeningStage
  return standing.stage ?? ai
}

const scoreOf = ({ total, band }: ReportForStaff): Pick<Step, 'score' | 'hidden'> =>
  total !== undefined ? { score: total } : band ? { hidden: true } : {}
