import type { StartInterview } from '../../../shared/contracts/interviews.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { conflict, forbidden, notFound } from '../../errors.js'
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
  /** Drawn once, when the interview begins. The invitation is a fit seed: the same after a crash. */
  drawQuestions(which: { orgId: string; positionId: string; seed: string }): Promise<QuestionPlan>
}

export interface StartDeps extends ChangeDeps {
  interviews: Pick<InterviewStore, 'change' | 'insertUnlessBegun'>
  admission: AdmissionDesk
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

  const { interview, inserted } = await deps.interviews.insertUnlessBegun(
    await freshInterview(deps, { ...input, ...admission, noticeVersion: admission.noticeVersion }),
  )
  if (!inserted) return changeInterview(deps, which, open)
  deps.wake('follow-interviews')
  return interview
}

async function freshInterview(
  deps: StartDeps,
  input: Asking & Required<Admission> & { deviceKey: string },
): Promise<NewInterview> {
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
  const startedAt = deps.clock.now()
  if (startedAt >= closesAt) throw conflict('invitation-over')

  const plan = await deps.admission.drawQuestions({ orgId, positionId, seed: invitationId })
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
    questions: planQuestions(plan, input.timeFactor),
    phone: { deviceKey: input.deviceKey, seenAt: startedAt, visible: true },
    givenBackMs: 0,
    events: [],
    news: ['started'],
  }
}
