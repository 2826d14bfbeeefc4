/**
 * Candidates in the middle of their interviews, made by the product's own use cases but without its clocks and screens: they
 * applied, passed, consented, accepted messages and began. Their phones exist in the sandbox.
 */
import { randomBytes } from 'node:crypto'
import type { ConsentPurpose } from '../../../shared/contracts/consent.js'
import type { CandidateTemplate } from '../../../shared/contracts/notifications.js'
import { wang } from '../../demo/people.js'
import { goodAnswer } from '../../demo/sample-answers.js'
import type { SandboxClient } from '../../demo/sandbox-client.js'
import type { Deps } from '../../../server/wiring/deps.js'
import { findCandidateSession, openCandidateSession } from '../../../server/features/accounts/candidate-session.js'
import { noticeFor } from '../../../server/features/consent/index.js'
import { followInterviews, moveScreened } from '../../../server/features/flow/index.js'
import { acknowledgeShown } from '../../../server/features/interviews/acknowledge-shown.js'
import { beginAnswer } from '../../../server/features/interviews/begin-answer.js'
import type { Interview } from '../../../server/features/interviews/interview.js'
import { issueQuestion } from '../../../server/features/interviews/issue-question.js'
import type { Ruling } from '../../../server/features/interviews/ruling.js'
import { startInterview } from '../../../server/features/interviews/start-interview.js'
import { submitAnswer } from '../../../server/features/interviews/submit-answer.js'
import { acceptInvitation } from '../../../server/features/invitations/accept-invitation.js'
import { recordSubscriptions } from '../../../server/features/notifications/to-candidate/channels/subscription/record-subscriptions.js'
import { screenApplications } from '../../../server/features/screening/index.js'
import { applyToPosition } from '../../../server/features/talent/index.js'
import { inLanes } from './in-lanes.js'

export interface Finisher {
  personId: string
  candidateId: string
  openid: string
  token: string
  interviewId: string
}

/** The question a finisher is at, and what is answered to it. */
export interface Seat {
  finisher: Finisher
  number: number
  text: string
}

interface Here {
  deps: Deps
  orgId: string
  sandbox: SandboxClient
}

const lanes = 16
const accepted: CandidateTemplate[] = ['progress', 'result', 'next-round']
const firstPhone = 15_000_000_000
export const deviceKey = 'bench-phone'
let made = 0

export async function makeFinishers(
  here: Here,
  count: number,
  granted: readonly ConsentPurpose[] = ['ai-scoring'],
): Promise<Finisher[]> {
  const applicants = await inLanes(Array.from({ length: count }), lanes, () => apply(here))
  await screenApplications(here.deps)
  await moveScreened(here.deps)
  const finishers = await inLanes(applicants, lanes, (applicant) => begin(here, applicant, granted))
  await followInterviews(here.deps)
  return finishers
}

type Applicant = Omit<Finisher, 'interviewId'> & { applicationId: string }

async function apply({ deps, orgId, sandbox }: Here): Promise<Applicant> {
  const phone = String(firstPhone + made++)
  const resume = { ...wang.resume, name: `候选${made}`, phone }
  const { id: personId } = await sandbox.addPerson(resume.name, phone)
  await sandbox.accept(
    personId,
    accepted.map((template) => deps.templateIds[template]),
  )
  const { token } = await openCandidateSession(deps, { orgId, code: await sandbox.loginCode(personId) })
  const { openid } = (await findCandidateSession(deps, token))!

  await recordSubscriptions(deps, {
    orgId,
    openid,
    choices: accepted.map((template) => ({ template, choice: 'accept' })),
  })
  const application = await applyToPosition(deps, {
    orgId,
    positionId: 'teller',
    resume,
    language: 'zh',
    source: 'mini-program',
    tap: { openid, submissionKey: `bench-${phone}`, notice: { version: deps.notice.version, choices: [] } },
  })
  return { personId, openid, token, candidateId: application.candidateId, applicationId: application.id }
}

async function begin(
  { deps, orgId }: Here,
  { applicationId, ...who }: Applicant,
  granted: readonly ConsentPurpose[],
): Promise<Finisher> {
  const { openid } = who
  const invited = await deps.invitations.latestOf(orgId, applicationId)
  const invitation = invited && (await deps.invitations.markVerified(invited, openid))
  const position = await deps.positionOf(orgId, 'teller')
  if (!invitation || !position) throw new Error('the applicant was not invited')

  const notice = noticeFor(deps.notice, 'interview', { mayRecord: granted.includes('recording') })
  const choices = notice.purposes.map(({ purpose }) => ({ purpose, granted: granted.includes(purpose) }))
  await acceptInvitation(deps, { invitation, openid, notice, noticeVersion: notice.version, choices })
  const { id: interviewId } = await startInterview(deps, { orgId, openid, invitationId: invitation.id, deviceKey })
  return { ...who, interviewId }
}

/** Leads everybody to the answering of a question, through all before it, in one write each. `spoken`: of the first that may be, by voice. */
export function takeSeats(
  { deps, orgId }: Omit<Here, 'sandbox'>,
  finishers: readonly Finisher[],
  which: number | 'last' | 'spoken',
): Promise<Seat[]> {
  return inLanes(finishers, lanes, async (finisher) => {
    const changed = await deps.interviews.change({ orgId, id: finisher.interviewId }, (interview) =>
      seated(interview, which, deps.clock.now()),
    )
    const { interview } = changed!.outcome
    const at = placeOf(interview, which)
    const asked = interview.questions[at - 1]!
    // An answer would be asked on, and the interview would go on. Left empty, it ends there.
    const text = which === 'last' && asked.mayFollow ? '' : goodAnswer(asked)
    return { finisher, number: at, text }
  })
}

function placeOf({ questions }: Interview, which: number | 'last' | 'spoken'): number {
  if (which === 'last') return questions.length
  if (which !== 'spoken') return which
  const spoken = questions.find(({ otherWays = [] }) => otherWays.some(({ answerWith }) => answerWith === 'voice'))
  if (!spoken) throw new Error('no question may be answered by voice')
  return spoken.number
}

function seated(first: Interview, which: number | 'last' | 'spoken', now: Date): Ruling {
  const last = placeOf(first, which)
  let interview = first
  for (const { number: at, answer } of first.questions.slice(0, last)) {
    if (answer) continue
    const act = { now, deviceKey, number: at }
    interview = allowed(issueQuestion(interview, act))
    interview = allowed(acknowledgeShown(interview, act))
    interview = allowed(
      beginAnswer(interview, at === last && which === 'spoken' ? { ...act, answerWith: 'voice' } : act),
    )
    const text = goodAnswer(interview.questions[at - 1]!)
    if (at < last)
      interview = allowed(
        submitAnswer(interview, { ...act, text, submissionKey: `bench-${randomBytes(6).toString('hex')}` }),
      )
  }
  return { interview }
}

function allowed({ interview, refusal }: Ruling): Interview {
  if (refusal) throw refusal
  return interview
}

export const answerOf = (productUrl: string, { finisher, number, text }: Seat) => ({
  method: 'PUT' as const,
  url: `${productUrl}/api/candidate/interviews/${finisher.interviewId}/questions/${number}/answer`,
  token: finisher.token,
  body: { deviceKey, text, submissionKey: `bench-${finisher.interviewId}-${number}` },
})

/** Autosave in the middle of the answer. */
export const draftOf = (productUrl: string, { finisher, number, text }: Seat) => ({
  method: 'PUT' as const,
  url: `${productUrl}/api/candidate/interviews/${finisher.interviewId}/questions/${number}/draft`,
  token: finisher.token,
  body: { deviceKey, text: text.slice(0, Math.ceil(text.length / 2)), revision: 1 },
})
