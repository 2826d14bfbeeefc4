import type { StartInterview } from '../../../shared/contracts/interviews.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { conflict, forbidden, notFound } from '../../errors.js'
import type { SamePersonStore } from '../talent/index.js'
import { changeIfBegun, changeInterview, type ChangeDeps } from './change-interview.js'
import type { Interview, NewInterview } from './interview.js'
import type { InterviewStore } from './interview-store.js'
import { openOnPhone } from './phone.js'
import { planQuestions, type QuestionPlan } from './plan-questions.js'

interface Asking {
  orgId: string
  openid: string
  invitationId: string
}

/** What an invitation says of the one who wants to begin. */
export interface Admission {
  candidateId: string
  applicationId: string
  positionId: string
  positionTitle: Bilingual
  minutes: number
  closesAt: Date
  /** Version of the notice that was accepted; absent before the consent, and then nothing begins (C1). */
  noticeVersion?: string
  /** 1, or what was agreed with the candidate, such as 1.5 (E2). */
  timeFactor: number
}

interface AdmissionDesk {
  /** Undefined unless the invitation exists and is bound to this person. Throws when it is over. */
  admit(who: Asking): Promise<Admission | undefined>
  /** Drawn once, when the interview begins, and kept with it; the seed decides among equals only. */
  drawQuestions(which: DrawFor): Promise<QuestionPlan>
  /** Each of them was given to one more. */
  countAsked(orgId: string, exposure: QuestionPlan['exposure']): Promise<void>
}

export interface DrawFor {
  orgId: string
  positionId: string
  candidateId: string
  applicationId: string
  seed: string
  askedBefore: ReadonlySet<string>
}

export interface StartDeps extends ChangeDeps {
  interviews: Pick<InterviewStore, 'change' | 'insertUnlessBegun' | 'askedBefore'>
  admission: AdmissionDesk
  samePerson: Pick<SamePersonStore, 'sameAs'>
}

/** Begins the interview of an invitation, or goes on with it: asked twice, it is the same interview with the same questions. */
export async function startInterview(deps: StartDeps, input: StartInterview & Asking): Promise<Interview> {
  const { orgId, openid, invitationId, deviceKey, takeOver = false } = input
  const admission = await deps.admission.admit({ orgId, openid, invitationId })
  if (!admission) throw notFound('invitation')
  if (!admission.noticeVersion) throw forbidden('consent-needed')

  const which = { orgId, invitationId }
  const open = (interview: Interview, now: Date) => openOnPhone(interview, { now, deviceKey, openid, takeOver })
  const begun = await changeIfBegun(deps, which, open)
  if (begun) return begun

  const plan = await drawFor(deps, { ...input, ...admission })
  const { interview, inserted } = await deps.interviews.insertUnlessBegun(
    freshInterview({ ...input, ...admission, noticeVersion: admission.noticeVersion }, plan, deps.clock.now()),
    plan.questions.map(({ why }) => why),
  )
  if (!inserted) return changeInterview(deps, which, open)
  // After it, so that nothing is counted that nobody was given; a process that dies in between leaves out one of many.
  await deps.admission.countAsked(orgId, plan.exposure)
  deps.wake('follow-interviews')
  return interview
}

async function drawFor({ interviews, samePerson, admission, clock }: StartDeps, input: Asking & Admission) {
  const { orgId, openid, candidateId, applicationId, positionId, invitationId, closesAt } = input
  if (clock.now() >= closesAt) throw conflict('invitation-over')

  const candidateIds = [candidateId, ...(await samePerson.sameAs(orgId, candidateId))]
  const askedBefore = await interviews.askedBefore(orgId, { candidateIds, openid })
  return admission.drawQuestions({ orgId, positionId, candidateId, applicationId, seed: invitationId, askedBefore })
}

function freshInterview(
  input: Asking & Required<Admission> & { deviceKey: string },
  plan: QuestionPlan,
  startedAt: Date,
): NewInterview {
  const {
    orgId,
    openid,
    invitationId,
    candidateId,
    applicationId,
    positionId,
    positionTitle,
    minutes,
    closesAt,
    noticeVersion,
  } = input
  return {
    orgId,
    openid,
    invitationId,
    candidateId,
    applicationId,
    positionId,
    positionTitle,
    minutes,
    closesAt,
    noticeVersion,
    startedAt,
    bankVersion: plan.bankVersion,
    status: 'started',
    restSeconds: plan.defaults.restSeconds,
    ...(plan.simplerAfterSeconds !== undefined && { simplerAfterSeconds: plan.simplerAfterSeconds }),
    questions: planQuestions(plan, input.timeFactor),
    phone: { deviceKey: input.deviceKey, seenAt: startedAt, visible: true },
    givenBackMs: 0,
    events: [],
    news: ['started'],
  }
}
