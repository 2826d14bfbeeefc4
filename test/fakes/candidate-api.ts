/**
 * A candidate API in memory, with a clock that a test can push forward: what the mini-program needs to be looked at and
 * driven without a server. It keeps no rule of the product beyond what a page can see.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { createHash } from 'node:crypto'
import type { ConsentForCandidate } from '../../shared/contracts/consent.js'
import type { TranscriptsForCandidate } from '../../shared/contracts/corrections.js'
import type { InvitationForCandidate } from '../../shared/contracts/invitations.js'
import type { FeedbackForCandidate } from '../../shared/contracts/reports.js'
import type { DeletionAsked, DeletionForCandidate } from '../../shared/contracts/retention.js'
import type { LetterForCandidate } from '../../shared/contracts/staff-decisions.js'
import type { ApplicationForCandidate } from '../../shared/contracts/talent.js'
import { fakeInterview, type FakeInterview } from './fake-interview.js'
import {
  applicationOf,
  consentOf,
  noticeOnApplying,
  feedbackOf,
  ids,
  invitationOf,
  letterOf,
  positionsOf,
  receiptOf,
  sessionOf,
} from './candidate-samples.js'
import { transcriptsOf } from './transcripts-sample.js'

export interface Call {
  method: string
  path: string
  body: Record<string, unknown>
}

export interface CandidateApi {
  url: string
  calls: Call[]
  interview: FakeInterview
  /** Bytes of all pieces, in the order in which they came. */
  spoken: Buffer[]
  invitation: InvitationForCandidate
  consent: ConsentForCandidate
  application: ApplicationForCandidate
  applications: ApplicationForCandidate[]
  feedback: FeedbackForCandidate
  letter: LetterForCandidate
  transcripts: TranscriptsForCandidate
  /** When they asked that their data be deleted. */
  deletionAsked: string | undefined
  /** Of this WeChat. */
  receipts: DeletionForCandidate[]
  positions: ReturnType<typeof positionsOf>
  triesLeft: number
  /** Answers instead of the usual one, until it is taken away. */
  refuse: ((call: Call) => { status: number; code: string; details?: unknown } | undefined) | undefined
  /** Which requests get no response meanwhile. */
  holds: (call: Call) => boolean
  /** Moves the server's clock. */
  skip(ms: number): void
  close(): Promise<void>
}

export async function candidateApi(): Promise<CandidateApi> {
  let aheadMs = 0
  const now = () => Date.now() + aheadMs
  const server = http.createServer(
    (request, response) =>
      void (async () => {
        const call: Call = {
          method: request.method ?? '',
          path: request.url ?? '',
          body: {},
        }
        const bytes = await buffer(request)
        const isPiece = call.path.includes('/pieces/')
        call.body = isPiece ? pieceIn(request, bytes) : jsonIn(bytes)
        api.calls.push(call)
        while (api.holds(call))
          await new Promise((resolve) => {
            setTimeout(resolve, 20)
          })
        const refusal = api.refuse?.(call)
        const answer = refusal
          ? { status: refusal.status, body: { error: { message: '', ...refusal } } }
          : answerTo(api, call)
        response
          .writeHead(answer.status, { 'content-type': 'application/json' })
          .end(answer.body === undefined ? '' : JSON.stringify(answer.body))
      })(),
  )
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })

  const api: CandidateApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    interview: fakeInterview(now),
    spoken: [],
    invitation: invitationOf(now()),
    consent: consentOf(),
    application: applicationOf(now()),
    applications: [],
    feedback: feedbackOf(now()),
    letter: letterOf(now()),
    transcripts: transcriptsOf(now()),
    deletionAsked: undefined,
    receipts: [],
    positions: positionsOf(),
    triesLeft: 5,
    refuse: undefined,
    holds: () => false,
    skip: (ms) => {
      aheadMs += ms
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
  return api
}

const jsonIn = (bytes: Buffer): Call['body'] => {
  try {
    return JSON.parse(bytes.toString()) as Call['body']
  } catch {
    return {}
  }
}

const pieceIn = ({ headers }: http.IncomingMessage, bytes: Buffer): Call['body'] => ({
  bytes,
  type: headers['content-type'],
  device: headers['x-device-key'],
  isWhole: headers['x-content-sha256'] === createHash('sha256').update(bytes).digest('hex'),
})

interface Answer {
  status: number
  body: unknown
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const refused = (status: number, code: string, details?: unknown): Answer => ({
  status,
  body: { error: { code, message: code, details } },
})

function answerTo(api: CandidateApi, call: Call): Answer {
  const path = call.path.replace('/api/candidate/', '')
  const [what = ''] = path.split('/')
  switch (`${call.method} ${what}`) {
    case 'POST sessions':
      return ok(sessionOf())
    case 'POST subscriptions':
      return ok({})
    case 'GET notice':
      return ok(noticeOnApplying())
    case 'GET positions':
      return ok(api.positions)
    case 'DELETE applications':
      return ok(askedAnswer(api, undefined))
    case 'POST deletions':
      return call.body['number'] === receiptOf(Date.now()).number
        ? ok(receiptOf(Date.now()))
        : refused(404, 'not-found')
    case 'GET deletions':
      return ok({ deletions: api.receipts })
    case 'POST applications':
      if (path.endsWith('/deletion')) return ok(askedAnswer(api, new Date().toISOString()))
      if (path.endsWith('/appeal')) api.letter = askedLetter(api, call)
      if (path.endsWith('/appeal')) return ok(api.letter)
      return path.endsWith('/claim') ? claimAnswer(api, call) : ok(api.application)
    case 'POST phone':
    case 'POST email':
      return codeAnswer(path, call)
    case 'GET applications':
      if (path.endsWith('/deletion')) return ok(askedAnswer(api, api.deletionAsked))
      return ok(
        path === 'applications'
          ? { applications: api.applications }
          : path.endsWith('/letter')
            ? api.letter
            : api.application,
      )
    case 'GET consents':
      return ok(api.consent)
    case 'PUT consents':
      return ok(changeConsent(api, call))
    case 'POST device-check':
      return { status: 204, body: undefined }
    case 'POST invitations':
      return invitationAnswer(api, path, call)
    case 'GET interviews':
      if (path.endsWith('/transcripts')) return ok(api.transcripts)
      if (path.endsWith('/takes')) return ok(api.interview.takes())
      return ok(path.endsWith('/feedback') ? api.feedback : api.interview.view())
    case 'POST interviews':
    case 'PUT interviews':
      if (path.endsWith('/correction')) return ok(corrected(api, path, call))
      if (path.includes('/pieces/')) return pieceAnswer(api, path, call)
      return interviewAnswer(api, path, call)
    default:
      return refused(404, 'not-found')
  }
}

function askedAnswer(api: CandidateApi, asked: string | undefined): DeletionAsked {
  api.deletionAsked = asked
  const until = new Date(Date.parse(asked ?? new Date().toISOString()) + 15 * 86_400_000).toISOString()
  return { until, applications: 1, ...(asked !== undefined && { at: asked }) }
}

function askedLetter({ letter }: CandidateApi, { body: { words } }: Call): LetterForCandidate {
  return {
    ...letter,
    mayAsk: false,
    askedAt: letter.decidedAt,
    ...(typeof words === 'string' && { askedWords: words }),
  }
}

/** The last four digits are 8000. */
function claimAnswer(api: CandidateApi, { body }: Call): Answer {
  if (body['tail'] !== '8000') return refused(403, 'wrong-phone-tail', { triesLeft: 4 })
  api.refuse = undefined
  return ok({})
}

/** The code is 246810. */
function codeAnswer(path: string, { body }: Call): Answer {
  if (path.endsWith('/wechat')) return ok({ phone: '13800138000' })
  if (path.endsWith('/code')) return ok({ againAt: new Date(Date.now() + 60_000).toISOString() })
  return body['code'] === '246810'
    ? ok({})
    : refused(403, path.startsWith('email') ? 'email-code-wrong' : 'phone-code-wrong')
}

function invitationAnswer(api: CandidateApi, path: string, { body }: Call): Answer {
  if (path.endsWith('/notice')) return ok(api.consent)
  if (path.endsWith('/verify-phone') && body['tail'] !== '8000') {
    api.triesLeft -= 1
    return api.triesLeft > 0
      ? refused(403, 'wrong-phone-tail', { triesLeft: api.triesLeft })
      : refused(423, 'invitation-locked')
  }
  if (api.invitation.kind === 'open' && path.endsWith('/verify-phone'))
    api.invitation = { ...api.invitation, phoneVerified: true }
  if (api.invitation.kind === 'open' && path.endsWith('/consent')) {
    api.invitation = { ...api.invitation, bound: true }
    api.consent = {
      ...api.consent,
      acceptedVersion: api.consent.notice.version,
      choices: body['choices'] as ConsentForCandidate['choices'],
    }
  }
  return ok(api.invitation)
}

function changeConsent(api: CandidateApi, { body }: Call): ConsentForCandidate {
  api.consent = {
    ...api.consent,
    choices: body['choices'] as ConsentForCandidate['choices'],
    acceptedVersion: api.consent.notice.version,
  }
  return api.consent
}

function corrected(api: CandidateApi, path: string, { body }: Call): TranscriptsForCandidate {
  const number = Number(/questions\/(\d+)\//.exec(path)?.[1])
  const correction = { text: String(body['text']), at: new Date().toISOString() }
  const answers = api.transcripts.answers.map((one) => (one.number === number ? { ...one, correction } : one))
  api.transcripts = { ...api.transcripts, answers }
  return api.transcripts
}

function pieceAnswer(api: CandidateApi, path: string, { body }: Call): Answer {
  if (body['isWhole'] !== true) return refused(422, 'wrong-hash')
  if (body['device'] === undefined) return refused(409, 'taken-over')
  const [, take, clip, piece] = /takes\/(\d+)\/clips\/(\d+)\/pieces\/(\d+)$/.exec(path) ?? []
  const bytes = body['bytes'] as Buffer
  api.interview.pieces.set(`${take}/${clip}/${piece}`, bytes.length)
  api.spoken.push(bytes)
  return { status: 204, body: undefined }
}

function interviewAnswer(api: CandidateApi, path: string, { body }: Call): Answer {
  const act = path.split('/').at(-1) ?? ''
  const outcome = api.interview.act(act, body)
  return outcome === undefined ? ok(api.interview.view()) : refused(409, outcome)
}

export { ids }
