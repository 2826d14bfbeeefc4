/** A candidate's phone without a screen: does by HTTP what the mini-program does, and nothing it could not do. */
import { createHash } from 'node:crypto'
import type { AnswerMode } from '../../shared/contracts/answer-modes.js'
import type { Recording } from '../../shared/contracts/recordings.js'
import type { ConsentForCandidate, ConsentPurpose, PrivacyNotice } from '../../shared/contracts/consent.js'
import type { InterviewForCandidate } from '../../shared/contracts/interviews.js'
import type { InvitationForCandidate } from '../../shared/contracts/invitations.js'
import type { CandidateTemplate } from '../../shared/contracts/notifications.js'
import type { FeedbackForCandidate } from '../../shared/contracts/reports.js'
import type { CandidateSession } from '../../shared/contracts/sessions.js'
import type { ApplicationForCandidate, Resume } from '../../shared/contracts/talent.js'
import { httpJson } from './http-json.js'
import type { SandboxClient } from './sandbox-client.js'
import { waitFor } from './wait-for.js'

interface Phone {
  productUrl: string
  sandbox: SandboxClient
  personId: string
  deviceKey?: string
}

export type CandidateClient = Awaited<ReturnType<typeof candidateClient>>

export async function candidateClient({ productUrl, sandbox, personId, deviceKey = `phone-of-${personId}` }: Phone) {
  const api = `${productUrl}/api/candidate`
  const session = await httpJson<CandidateSession>(`${api}/sessions`, {
    method: 'POST',
    body: { code: await sandbox.loginCode(personId) },
  })
  const { token, templateIds } = session

  const calls = callsTo(api, token)
  const { get, post, put } = calls

  async function codeAfter(readBy: string, ask: () => Promise<unknown>): Promise<string> {
    const before = (await sandbox.inbox(readBy)).length
    await ask()
    return waitFor('the code', async () =>
      codeIn((await sandbox.inbox(readBy)).slice(before).map(({ text }) => text ?? '')),
    )
  }

  return {
    session,
    get,
    post,
    put,

    /** The tap that asks for messages, and the phone's report of what was chosen. */
    async subscribe(templates: CandidateTemplate[]) {
      await sandbox.accept(
        personId,
        templates.map((template) => templateIds[template]),
      )
      await post('/subscriptions', { choices: templates.map((template) => ({ template, choice: 'accept' })) })
    },

    /** Asks for a code to the number, reads it on the phone that has it, and gives it back. */
    async provePhone(phone: string, readBy = personId) {
      const code = await codeAfter(readBy, () => post('/phone/code', { phone }))
      await post('/phone/proof', { phone, code })
    },

    /** The same by mail. */
    async proveEmail(email: string, readBy = personId) {
      const code = await codeAfter(readBy, () => post('/email/code', { email }))
      await post('/email/proof', { email, code })
    },

    /** Under the notice that the page shows; the identity number only when there is one. */
    async apply(positionId: string, resume: Resume, submissionKey: string) {
      const { version, purposes } = await get<PrivacyNotice>('/notice')
      const choices = purposes.map(({ purpose }) => ({ purpose, granted: resume.idNumber !== undefined }))
      const notice = { version, choices }
      return post<ApplicationForCandidate>('/applications', { positionId, resume, submissionKey, notice })
    },
    applications: async () => (await get<{ applications: ApplicationForCandidate[] }>('/applications')).applications,
    openInvitation: (link: string) => post<InvitationForCandidate>('/invitations/open', { token: link }),
    verifyPhone: (link: string, tail: string) =>
      post<InvitationForCandidate>('/invitations/verify-phone', { token: link, tail }),

    async consent(link: string, granted: ConsentPurpose[]) {
      const { notice } = await post<ConsentForCandidate>('/invitations/notice', { token: link })
      const choices = notice.purposes.map(({ purpose }) => ({ purpose, granted: granted.includes(purpose) }))
      return post<InvitationForCandidate>('/invitations/consent', {
        token: link,
        noticeVersion: notice.version,
        choices,
      })
    },

    ...interviewOf({ ...calls, api, token }, deviceKey),
  }
}

const codeIn = (texts: string[]) => texts.map((text) => /验证码 (\d{6})/.exec(text)?.[1]).find(Boolean)

type Calls = ReturnType<typeof callsTo>

interface PieceToSend {
  take: number
  clip: number
  piece: number
  bytes: Uint8Array
}

function callsTo(api: string, token: string) {
  return {
    get: <Reply>(path: string) => httpJson<Reply>(`${api}${path}`, { token }),
    post: <Reply>(path: string, body: unknown = {}) =>
      httpJson<Reply>(`${api}${path}`, { method: 'POST', body, token }),
    put: <Reply>(path: string, body: unknown) => httpJson<Reply>(`${api}${path}`, { method: 'PUT', body, token }),
  }
}

function interviewOf({ get, post, put, api, token }: Calls & { api: string; token: string }, deviceKey: string) {
  const ofQuestion = (id: string, number: number, act: string) => `/interviews/${id}/questions/${number}/${act}`
  return {
    startInterview: (invitationId: string) => post<InterviewForCandidate>('/interviews', { invitationId, deviceKey }),
    interview: (id: string) => get<InterviewForCandidate>(`/interviews/${id}`),
    issue: (id: string, number: number) => post<InterviewForCandidate>(ofQuestion(id, number, 'issue'), { deviceKey }),
    shown: (id: string, number: number) => post<InterviewForCandidate>(ofQuestion(id, number, 'shown'), { deviceKey }),
    begin: (id: string, number: number, answerWith?: AnswerMode) =>
      post<InterviewForCandidate>(ofQuestion(id, number, 'begin'), { deviceKey, ...(answerWith && { answerWith }) }),
    simpler: (id: string, number: number, why: 'asked' | 'silent') =>
      post<InterviewForCandidate>(ofQuestion(id, number, 'simpler'), { deviceKey, why }),
    saveDraft: (id: string, number: number, draft: { text: string; revision: number }) =>
      put<InterviewForCandidate>(ofQuestion(id, number, 'draft'), { deviceKey, ...draft }),
    answer: (id: string, number: number, text: string) =>
      put<InterviewForCandidate>(ofQuestion(id, number, 'answer'), {
        deviceKey,
        text,
        submissionKey: `answer-${id}-${number}`,
      }),
    /** What the phone recorded; its pieces may come before and after. */
    answerSpoken: (id: string, number: number, recording: Recording) =>
      put<InterviewForCandidate>(ofQuestion(id, number, 'answer'), {
        deviceKey,
        text: '',
        recording,
        submissionKey: `answer-${id}-${number}`,
      }),
    async sendPiece(id: string, number: number, { take, clip, piece, bytes }: PieceToSend): Promise<number> {
      const response = await fetch(`${api}${ofQuestion(id, number, 'takes')}/${take}/clips/${clip}/pieces/${piece}`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'audio/mpeg',
          'x-device-key': deviceKey,
          'x-content-sha256': createHash('sha256').update(bytes).digest('hex'),
        },
        body: new Uint8Array(bytes),
      })
      return response.status
    },
    heartbeat: (id: string, visible = true, inCall = false) =>
      post<InterviewForCandidate>(`/interviews/${id}/heartbeat`, { deviceKey, visible, inCall }),
    feedback: (id: string) => get<FeedbackForCandidate>(`/interviews/${id}/feedback`),
  }
}

export const tokenIn = (opens: string): string => new URLSearchParams(opens.split('?')[1]).get('token') ?? ''
