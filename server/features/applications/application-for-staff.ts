/** Everything that one reader may see about one application: gathered here, chosen field by field in present-application.ts. */
import { notFound } from '../../errors.js'
import { allLanguages } from '../../texts/in-every-language.js'
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import type { Clock } from '../../ports/clock.js'
import { mayActOn, rolesOn, type StaffCaller } from '../../ports/staff.js'
import type { ConsentStore } from '../consent/index.js'
import type { InterviewStore } from '../interviews/index.js'
import type { Sharing } from '../invitations/index.js'
import type { Notifications } from '../notifications/index.js'
import type { PositionOf } from '../positions/index.js'
import type { VoiceMeasuresOf } from '../recordings/index.js'
import {
  presentReport,
  reportsPolicy,
  type CompareWithin,
  type RatingStore,
  type Report,
  type ReportForStaff,
  type ReportStore,
  type SecondRatingStore,
} from '../reports/index.js'
import type { ScreeningStore } from '../screening/index.js'
import {
  abilityTags,
  type Application,
  type ApplicationStore,
  type CandidateStore,
  type SamePersonStore,
} from '../talent/index.js'
import type { WrittenTestStore } from '../written-tests/index.js'
import type { TimelineEvent } from '../timeline/index.js'
import {
  type DecisionStore,
  flowPolicy,
  type Ruled,
  type StandingStore,
  waitingRows,
  type WaitingDeps,
} from '../flow/index.js'
import { appealFor, type AppealDeps } from './appeal-for-staff.js'
import { gatherApplication, waitingIn, type GatherDeps, type Gathered } from './gather-application.js'
import { applicationsPolicy } from './policy.js'
import { samePersonFor, type SamePersonDeps } from './same-person-for-staff.js'
import { presentApplication, type Told } from './present-application.js'
import { presentUnshared } from './present-unshared.js'
import { invitationFor } from './invitation-for-staff.js'
import { texts } from './texts/index.js'

export interface ApplicationPageDeps extends WaitingDeps, GatherDeps, AppealDeps {
  applications: SamePersonDeps['applications'] & Pick<ApplicationStore, 'findById' | 'resumeOf' | 'tagsByHand'>
  candidates: SamePersonDeps['candidates'] & Pick<CandidateStore, 'findWithIdentity'>
  samePerson: SamePersonDeps['samePerson'] & Pick<SamePersonStore, 'sameAs'>
  screenings: Pick<ScreeningStore, 'judgementOf'>
  interviews: GatherDeps['interviews'] & Pick<InterviewStore, 'find' | 'whyAsked'>
  reports: WaitingDeps['reports'] & Pick<ReportStore, 'findByApplication' | 'assessmentOf' | 'earlierOf'>
  ratings: WaitingDeps['ratings'] & Pick<RatingStore, 'listOf'>
  secondRatings: WaitingDeps['secondRatings'] & Pick<SecondRatingStore, 'listOf' | 'settlementOf'>
  decisions: WaitingDeps['decisions'] & GatherDeps['decisions'] & Pick<DecisionStore, 'rulingsOf'>
  standings: Pick<StandingStore, 'find'>
  notifications: Pick<Notifications, 'history'>
  consents: Pick<ConsentStore, 'currentOf'>
  voiceMeasuresOf: VoiceMeasuresOf
  writtenTests: Pick<WrittenTestStore, 'listOf'>
  timeline: { list(orgId: string, candidateId: string): Promise<TimelineEvent[]> }
  compareWithin: CompareWithin
  sharing: Sharing
  /** By member's id. */
  staffNames: (orgId: string) => Promise<ReadonlyMap<string, string>>
  positionOf: PositionOf
  clock: Clock
}

/** Undefined names stay as they are: commands on the machine itself decide under a name. */
export type NameOf = (memberId: string) => string
const byRule = allLanguages(texts.byRule)

export async function findApplication(
  { applications }: Pick<ApplicationPageDeps, 'applications'>,
  orgId: string,
  id: string,
): Promise<Application> {
  const application = await applications.findById(orgId, id)
  if (!application) throw notFound('application')
  return application
}

export async function viewApplicationFor(
  deps: ApplicationPageDeps,
  caller: StaffCaller,
  application: Application,
): Promise<ApplicationForStaff> {
  const { orgId, id, candidateId, positionId } = application
  const [gathered, person, standing, names, rulings, mayRead] = await Promise.all([
    gatherApplication(deps, application),
    deps.candidates.findWithIdentity(orgId, candidateId),
    deps.standings.find(orgId, id),
    deps.staffNames(orgId),
    deps.decisions.rulingsOf(orgId, id),
    deps.sharing.mayRead(caller, { applicationId: id, positionId }),
  ])
  const { position } = gathered
  if (!person || !position) throw notFound('application')
  const nameOf: NameOf = (memberId) => (memberId === 'rule' ? byRule : (names.get(memberId) ?? memberId))
  const now = deps.clock.now()
  const open = waitingIn(gathered)
  const [waiting] = open ? await waitingRows(deps, { caller, now }, [open]) : []
  const { decisions } = gathered
  const told = {
    application,
    person,
    position,
    standing,
    rulings,
    decisions,
    waiting,
    now,
    nameOf,
    ...rights(caller, positionId),
  }
  if (!mayRead) return presentUnshared(told, caller.memberId)
  const content = await contentOf(deps, caller, { gathered, nameOf, now })
  const blind = content.report?.shown.blind === true
  const read = blind ? { ...told, rulings: rulings.map((one) => withoutOthersReason(one, caller.memberId)) } : told
  return presentApplication({ ...read, ...content })
}

/** A reason speaks of the scores: whoever rates after somebody else reads it afterwards. */
function withoutOthersReason({ reason, ...ruled }: Ruled, memberId: string): Ruled {
  return { ...ruled, ...(ruled.by === memberId && reason !== undefined && { reason }) }
}

function rights(caller: StaffCaller, positionId: string): Pick<Told, 'roles' | 'may'> {
  return {
    roles: rolesOn(caller, positionId),
    may: {
      decide: mayActOn(caller, flowPolicy.decide, positionId),
      rate: mayActOn(caller, reportsPolicy.rate, positionId),
      deletePerson: mayActOn(caller, applicationsPolicy.deletePerson, positionId),
      judgeSamePerson: mayActOn(caller, applicationsPolicy.judgeSamePerson, positionId),
      correctPerson: mayActOn(caller, applicationsPolicy.correctPerson, positionId),
      tagAbilities: mayActOn(caller, applicationsPolicy.tagAbilities, positionId),
    },
  }
}

/** What the candidate wrote, and what was made of it. Looked up for nobody who may not read it. */
async function contentOf(
  deps: ApplicationPageDeps,
  caller: StaffCaller,
  { gathered, nameOf, now }: { gathered: Gathered; nameOf: NameOf; now: Date },
) {
  const { application } = gathered
  const { orgId, id, candidateId, positionId } = application
  // Lists go on without a report that somebody changed in the store; its own page refuses it.
  const stored = gathered.report ?? (await deps.reports.findByApplication(orgId, id))
  const [resume, tagsByHand, judgement, report, events, messages, samePerson, appeal, writtenTests] = await Promise.all(
    [
      deps.applications.resumeOf(application),
      deps.applications.tagsByHand(application),
      deps.screenings.judgementOf(orgId, id),
      stored && reportFor(deps, caller, { report: stored, nameOf }),
      eventsOf(deps, orgId, candidateId),
      deps.notifications.history(orgId, candidateId, id),
      samePersonFor(deps, caller, application, nameOf),
      appealFor(deps, caller, application, { decisions: gathered.decisions, nameOf }),
      deps.writtenTests.listOf(orgId, id),
    ],
  )
  const readsContact = mayActOn(caller, applicationsPolicy.readContact, positionId)
  const invitation = invitationFor(caller, gathered, now)
  const abilities = abilityTags(gathered.position?.coreTags ?? [], resume, tagsByHand)
  const found = { resume, abilities, judgement, report, events, messages, samePerson, appeal, writtenTests }
  return { ...found, readsContact, invitation }
}

/** A correction of one file is news for whoever reads the other; what belongs to an application is shown on its own page. */
async function eventsOf(
  { timeline, samePerson }: ApplicationPageDeps,
  orgId: string,
  candidateId: string,
): Promise<TimelineEvent[]> {
  const others = await samePerson.sameAs(orgId, candidateId)
  const [own, ...theirs] = await Promise.all([candidateId, ...others].map((id) => timeline.list(orgId, id)))
  const corrections = theirs.flat().filter(({ kind }) => kind === 'person-corrected')
  return [...own!, ...corrections].sort((one, other) => one.at.getTime() - other.at.getTime())
}

async function reportFor(
  deps: ApplicationPageDeps,
  caller: StaffCaller,
  { report, nameOf }: { report: Report; nameOf: NameOf },
): Promise<{ stored: Report; shown: ReportForStaff } | undefined> {
  const { orgId, positionId } = report
  const interview = await deps.interviews.find({ orgId, id: report.interviewId })
  if (!interview) return undefined
  const [assessment, earlier, whyAsked, ratings, seconds, others, appeal, consent, measured] = await Promise.all([
    deps.reports.assessmentOf(report),
    deps.reports.earlierOf(report),
    deps.interviews.whyAsked(interview),
    deps.ratings.listOf(orgId, report.id),
    secondsOf(deps, report),
    deps.compareWithin(caller, positionId),
    lookedAgain(deps, report),
    deps.consents.currentOf(orgId, report.invitationId),
    deps.voiceMeasuresOf(interview),
  ])
  const shown = presentReport({
    report,
    interview,
    earlier,
    whyAsked,
    ratings,
    seconds,
    appeal,
    measured,
    reader: { memberId: caller.memberId, roles: rolesOn(caller, positionId) },
    nameOf,
    ...(assessment && { assessment }),
    ...(others && { others }),
    ...(consent && { consent }),
  })
  return { stored: report, shown }
}

async function secondsOf({ secondRatings }: Pick<ApplicationPageDeps, 'secondRatings'>, { orgId, id }: Report) {
  const seconds = await secondRatings.listOf(orgId, id)
  return Promise.all(
    seconds.map(async (one) => {
      const settlement = await secondRatings.settlementOf(one)
      return { ...one, ...(settlement && { settlement }) }
    }),
  )
}

/** The one that waits, else the last: what it brought stays to be read. */
async function lookedAgain(
  { appeals, appealsOpen }: Pick<ApplicationPageDeps, 'appeals' | 'appealsOpen'>,
  { orgId, applicationId }: Report,
) {
  const open = (await appealsOpen(orgId, [applicationId])).get(applicationId)
  if (open) return { ...open, waits: true }
  const last = (await appeals.listOf(orgId, applicationId)).at(-1)
  return last && { askedAt: last.askedAt, decidedBy: last.decidedBy, waits: false }
}
