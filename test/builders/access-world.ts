/**
 * The world of the access matrix: one person of every kind, one candidate whose application has gone all the way to a report, and
 * another one. Whatever belongs to somebody belongs to 王小明 in the organisation that comes with the product.
 */
import type { InterviewForCandidate } from '../../shared/contracts/interviews.js'
import type { ApplicationForCandidate, Resume } from '../../shared/contracts/talent.js'
import { importFiles, defaultDataFiles } from '../../server/features/configuration/index.js'
import {
  forAll,
  productServer,
  type Browser,
  type Phone,
  type ProductOptions,
  type ProductServer,
} from './product-server.js'
import { acceptedNotice } from './accepted-notice.js'
import { resume } from './resumes.js'

export const audiences = [
  'anonymous',
  'candidate',
  'other-candidate',
  'hr-admin',
  'recruiter',
  'interviewer',
  'department-manager',
  'it-operator',
  'auditor',
  'other-position',
  'other-organisation',
] as const
export type Audience = (typeof audiences)[number]

export interface AccessWorld {
  product: ProductServer
  callers: Record<Audience, Browser | Phone>
  /** An interview that has just begun; its candidate is `runner`. */
  running: Interviewed
  runner: Phone
  /** 王小明's interview: its report is ready, a decision waits. Its candidate is `callers.candidate`. */
  reported: Interviewed & { reportId: string; decisionId: string; shortCode: string }
  /** 赵敏 is as far as 王小明, and does not share with interviewers. */
  unshared: AccessWorld['reported']
  /** Of hers, what nobody may read with whom she does not share. */
  unsharedWords: string[]
  /** 孙丽 is invited and has not opened it. */
  invited: { applicationId: string; shortCode: string }
  /** Of the staff, as the audit trail calls them. */
  memberIds: Partial<Record<Audience, string>>
  /** What nobody may read who has no business with this candidate. */
  secrets: string[]
  close(): Promise<void>
}

export interface Interviewed {
  applicationId: string
  candidateId: string
  invitationId: string
  interviewId: string
  linkToken: string
}

export const deviceKey = 'phone-of-wang'
const wang = resume()
const zhou = resume({ name: '周晓红', phone: '13900139111', email: 'zhou@example.com' })
const sun = resume({ name: '孙丽', phone: '13700137222', email: 'sun@example.com' })
const zhao = resume({
  name: '赵敏',
  phone: '13600136333',
  email: 'zhao@example.com',
  education: { degree: 'bachelor', school: '东海商学院', major: '金融学' },
  selfIntroduction: '喜欢和人打交道，服务意识强，周末在社区教老人用手机。',
})
const other = 'other-bank'

export async function accessWorld(
  options: Pick<ProductOptions, 'watchStores' | 'consoleDir'> = {},
): Promise<AccessWorld> {
  const product = await productServer({ defaultData: true, ...options })
  await letManagersDecide(product)
  await addOtherOrganisation(product)
  const { memberIds, ...staff } = await addEverybody(product)
  const candidate = await product.candidate('wx-wang')
  const callers = {
    anonymous: product.browser(),
    candidate,
    'other-candidate': await product.candidate('wx-zhang'),
    ...staff,
  }

  const reported = await withReport(product, candidate, { who: wang, says: answerText })
  const unshared = await withReport(product, await product.candidate('wx-zhao'), {
    who: zhao,
    says: unsharedAnswer,
    refuses: ['sharing'],
  })
  const runner = await product.candidate('wx-zhou')
  const invited = await applyFor(await product.candidate('wx-sun'), sun)
  const running = await interviewed(product, runner, zhou)
  return {
    product,
    callers,
    running,
    runner,
    reported,
    unshared,
    unsharedWords: [unsharedAnswer, zhao.phone, zhao.email!, zhao.education.school, zhao.selfIntroduction!],
    invited: { applicationId: invited, shortCode: await shortCodeOf(product, invited) },
    memberIds,
    secrets: [wang, zhou, sun, zhao]
      .flatMap(({ name, phone }) => [name, phone])
      .concat(reported.shortCode, unshared.shortCode, answerText, unsharedAnswer),
    close: () => product.close(),
  }
}

/** The AI interview of the teller names department managers besides those who always decide. */
async function letManagersDecide(product: ProductServer): Promise<void> {
  const teller = (await defaultDataFiles()).find(({ path }) => path.endsWith('positions/data/teller.yaml'))!
  const text = teller.text.replace('roles: [recruiter, hr-admin]', 'roles: [recruiter, hr-admin, department-manager]')
  const outcome = await importFiles(product.deps, { files: [{ ...teller, text }], orgId: product.deps.orgId })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems[0]))
}

async function addOtherOrganisation(product: ProductServer): Promise<void> {
  const files = await defaultDataFiles()
  const organisation = files.find(({ path }) => path.includes('accounts'))!
  const outcome = await importFiles(product.deps, {
    files: [{ ...organisation, text: organisation.text.replace('id: jiangnan', `id: ${other}`) }],
    orgId: other,
  })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems[0]))
}

async function addEverybody(product: ProductServer) {
  const roles = ['hr-admin', 'recruiter', 'interviewer', 'department-manager', 'it-operator', 'auditor'] as const
  const memberIds: AccessWorld['memberIds'] = {}
  for (const role of roles)
    memberIds[role] = await product.addStaff(role, [
      role === 'interviewer' || role === 'department-manager' ? { role, positionIds: ['teller'] } : forAll(role),
    ])
  memberIds['other-position'] = await product.addStaff('elsewhere', [
    { role: 'recruiter', positionIds: ['risk-manager'] },
  ])
  memberIds['other-organisation'] = await product.addStaff('foreigner', [forAll('recruiter')], other)

  const signedIn = await Promise.all(roles.map(async (role) => [role, await product.signInFully(role)] as const))
  const elsewhere = await product.signIn('elsewhere')
  const foreigner = await product.signInElsewhere('foreigner', other)
  return {
    ...(Object.fromEntries(signedIn) as Record<(typeof roles)[number], Browser>),
    'other-position': elsewhere,
    'other-organisation': foreigner,
    memberIds,
  }
}

export async function applyFor(phone: Phone, who: Resume): Promise<string> {
  const { body, status } = await phone.call<ApplicationForCandidate>('POST', '/api/candidate/applications', {
    positionId: 'teller',
    submissionKey: `apply-${who.phone}`,
    notice: acceptedNotice(),
    resume: who,
  })
  if (status >= 400) throw new Error(`no application: ${JSON.stringify(body)}`)
  return body.id
}

async function shortCodeOf({ deps }: ProductServer, applicationId: string): Promise<string> {
  const { candidateId } = (await deps.applications.findById(deps.orgId, applicationId))!
  return (await deps.people.shortCodeAndName(deps.orgId, candidateId))!.shortCode
}

interface Applicant {
  who: Resume
  says: string
  refuses?: string[]
}

/** From the résumé to a report that is ready, with a decision that waits. */
export async function withReport(
  product: ProductServer,
  phone: Phone,
  { who, says, refuses }: Applicant,
): Promise<AccessWorld['reported']> {
  const { deps } = product
  const done = await interviewed(product, phone, who, refuses)
  await answerAll(phone, done.interviewId, says)
  await product.work()
  const report = await deps.reports.findByInterview(deps.orgId, done.interviewId)
  const decision = await deps.decisions.findWaitingOf(deps.orgId, done.candidateId)
  if (!report || !decision) throw new Error('the world has no report, or no decision that waits')
  const shortCode = await shortCodeOf(product, done.applicationId)
  return { ...done, reportId: report.id, decisionId: decision.id, shortCode }
}

/** From the résumé to an interview that has begun, as the candidate's own phone does it. */
export async function interviewed(
  product: ProductServer,
  phone: Phone,
  who: Resume,
  refuses: string[] = [],
): Promise<Interviewed> {
  const { deps } = product
  const applicationId = await applyFor(phone, who)
  await product.work()
  const invitation = await deps.invitations.latestOf(deps.orgId, applicationId)
  if (!invitation) throw new Error(`${who.phone} was not invited`)

  const linkToken = deps.tokens.tokenOf(invitation)
  await phone.call('POST', '/api/candidate/invitations/verify-phone', { token: linkToken, tail: who.phone.slice(-4) })
  await phone.call('POST', '/api/candidate/invitations/consent', await consentTo(phone, linkToken, refuses))
  const begun = await phone.call<InterviewForCandidate>('POST', '/api/candidate/interviews', {
    invitationId: invitation.id,
    deviceKey,
  })
  if (begun.status !== 200) throw new Error(`no interview: ${JSON.stringify(begun.body)}`)
  return {
    applicationId,
    candidateId: invitation.candidateId,
    invitationId: invitation.id,
    interviewId: begun.body.id,
    linkToken,
  }
}

export async function consentTo(phone: Phone, token: string, refuses: readonly string[] = []) {
  const { body } = await phone.call<{ notice: { version: string; purposes: { purpose: string }[] } }>(
    'POST',
    '/api/candidate/invitations/notice',
    { token },
  )
  return {
    token,
    noticeVersion: body.notice.version,
    choices: body.notice.purposes.map(({ purpose }) => ({ purpose, granted: !refuses.includes(purpose) })),
  }
}

export const answerText = '我会先道歉再请客户到旁边坐下'
const unsharedAnswer = '我会先请客户喝口水再听他讲完'

async function answerAll(phone: Phone, id: string, says: string): Promise<void> {
  const act = (method: string, number: number, what: string, body: object = {}) =>
    phone.call<InterviewForCandidate>(method, `/api/candidate/interviews/${id}/questions/${number}/${what}`, {
      deviceKey,
      ...body,
    })
  let { body } = await phone.call<InterviewForCandidate>('GET', `/api/candidate/interviews/${id}`)
  while (body.step.kind === 'next') {
    const { number, followUp } = body.step
    const issued = (await act('POST', number, 'issue')).body.step
    await act('POST', number, 'shown')
    await act('POST', number, 'begin')
    const answer = issued.kind === 'issued' && issued.question.answerWith === 'number' ? '12' : says
    const text = followUp ? '' : answer
    body = (await act('PUT', number, 'answer', { text, submissionKey: `answer-${id}-${number}` })).body
  }
}
