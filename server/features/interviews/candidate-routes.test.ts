import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyParser } from '@koa/bodyparser'
import { expect } from 'chai'
import Koa from 'koa'
import pino from 'pino'
import { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import { startedAt } from '../../../test/builders/interview.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { errorHandler } from '../../http/error-handler.js'
import { resolveSession } from '../../http/session.js'
import { checked } from '../../http/validate.js'
import { candidateInterviewRoutes } from './candidate-routes.js'
import { interviewStore, type InterviewStore } from './interview-store.js'
import type { Admission } from './start-interview.js'
import type { QuestionPlan } from './plan-questions.js'

const invitationId = 'a'.repeat(24)
const wang = 'W'.repeat(24)
const li = 'L'.repeat(24)
const other = 'O'.repeat(24)
const callers: Record<string, { orgId: string; openid: string }> = {
  [wang]: { orgId: 'o1', openid: 'openid-wang' },
  [li]: { orgId: 'o1', openid: 'openid-li' },
  [other]: { orgId: 'o2', openid: 'openid-wang' },
}
const phone = { deviceKey: 'phone-one' }

const words = (zh: string) => ({ zh, en: zh })
const question = (id: string, stem: string): QuestionPlan['questions'][number] => ({
  form: { id, competencyId: 'service', answerWith: 'text' },
  asked: { kind: 'situational', stem: words(stem) },
  why: { sourceId: id, weight: 50, among: 3, timesAsked: 7 },
})
const plan: QuestionPlan = {
  bankVersion: 'teller-2026.1',
  competencies: [{ id: 'service', name: words('服务意识') }],
  questions: [question('queue', '第一题'), question('secret', '第二题')],
  exposure: { bankId: 'teller', keys: ['queue@1', 'secret@1'] },
  defaults: { thinkingSeconds: 60, answerSeconds: { text: 360, number: 180 }, restSeconds: 30 },
}

describe('the interview over HTTP', () => {
  let server: Server
  let interviews: InterviewStore
  let now: Date
  let admission: Admission
  let drawn: number
  let logged: string

  beforeEach(async () => {
    const connection = await testStore()
    interviews = interviewStore(connection, testVault(connection))
    await interviews.ready()
    now = startedAt
    drawn = 0
    logged = ''
    admission = {
      candidateId: 'c'.repeat(24),
      applicationId: 'b'.repeat(24),
      positionId: 'teller',
      positionTitle: words('综合柜员'),
      closesAt: new Date(startedAt.getTime() + 72 * 3_600_000),
      noticeVersion: '2026-11',
      minutes: 25,
      timeFactor: 1,
    }
    server = await listening()
  })
  afterEach((done) => {
    server.close(done)
  })

  function listening(): Promise<Server> {
    const desk = {
      admit: async (who: { orgId: string; openid: string; invitationId: string }) =>
        who.orgId === 'o1' && who.openid === 'openid-wang' && who.invitationId === invitationId ? admission : undefined,
      drawQuestions: async () => {
        drawn++
        return plan
      },
      countAsked: async () => {},
    }
    const app = new Koa()
    const log = pino(
      { level: 'trace' },
      {
        write: (line: string) => {
          logged += line
        },
      },
    )
    app
      .use(errorHandler(log))
      .use(bodyParser())
      .use(resolveSession(async (token) => callers[token]))
    app.use(
      candidateInterviewRoutes({
        ...{ interviews, admission: desk, clock: { now: () => now }, wake: () => {} },
        samePerson: { sameAs: async () => [] },
        askOn: async () => undefined,
        getReady: () => {},
      }).routes(),
    )
    return new Promise((ready) => {
      const one = app.listen(0, '127.0.0.1', () => ready(one))
    })
  }

  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000)
  }

  async function call(method: string, path: string, body?: object, token: string | undefined = wang) {
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/api/candidate/interviews${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    return {
      status: answer.status,
      body: (await answer.json()) as Record<string, never> & { error: { code: string; details: unknown } },
    }
  }

  /** The view, held against its contract. */
  async function view(method: string, path: string, body?: object) {
    const answer = await call(method, path, body)
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200)
    return checked(InterviewForCandidate, answer.body)
  }
  const start = () => view('POST', '', { invitationId, ...phone })
  async function reach(id: string, number: number) {
    await view('POST', `/${id}/questions/${number}/issue`, phone)
    await view('POST', `/${id}/questions/${number}/shown`, phone)
    return view('POST', `/${id}/questions/${number}/begin`, phone)
  }

  it('goes from start to end', async () => {
    const { id, step } = await start()
    expect(step).to.deep.equal({ kind: 'next', number: 1, restExtendable: false, lastEndedByTime: false })

    expect((await view('POST', `/${id}/questions/1/issue`, phone)).step.kind).to.equal('issued')
    expect((await view('POST', `/${id}/questions/1/shown`, phone)).step.kind).to.equal('thinking')
    expect((await view('POST', `/${id}/questions/1/begin`, phone)).step.kind).to.equal('answering')
    expect(
      (await view('PUT', `/${id}/questions/1/draft`, { ...phone, text: '先安抚', revision: 1 })).step,
    ).to.have.nested.property('draft.text', '先安抚')
    expect(
      (await view('PUT', `/${id}/questions/1/answer`, { ...phone, text: '先安抚😀', submissionKey: 'key-of-one' })).step
        .kind,
    ).to.equal('next')
    expect((await view('POST', `/${id}/rest`, phone)).step).to.include({ restExtendable: false })
    await reach(id, 2)
    const done = await view('PUT', `/${id}/questions/2/answer`, { ...phone, text: '不给', submissionKey: 'key-of-two' })

    expect(done.step).to.deep.equal({ kind: 'finished', submittedAt: startedAt.toISOString() })
    expect((await view('GET', `/${id}`)).step.kind).to.equal('finished')
    expect((await start()).step.kind, 'the notice opened again').to.equal('finished')
  })

  it('is the same interview however often it is started, with questions drawn once', async () => {
    const first = await start()
    const again = await start()

    expect(again.id).to.equal(first.id)
    expect(drawn).to.equal(1)
  })

  it('goes on where it was after the browser was killed', async () => {
    const { id } = await start()
    await reach(id, 1)
    await view('PUT', `/${id}/questions/1/draft`, { ...phone, text: '写到一半', revision: 1 })

    later(40)
    const { step } = await start()

    expect(step).to.deep.include({ kind: 'answering', endsAt: new Date(startedAt.getTime() + 400_000).toISOString() })
    expect(step).to.have.nested.property('draft.text', '写到一半')
  })

  it('does not begin before the notice was accepted', async () => {
    const { noticeVersion: _accepted, ...withoutConsent } = admission
    admission = withoutConsent

    const refused = await call('POST', '', { invitationId, ...phone })

    expect(refused).to.include({ status: 403 })
    expect(refused.body.error.code).to.equal('consent-needed')
    expect(await interviews.find({ orgId: 'o1', invitationId })).to.equal(undefined)
  })

  it('does not begin after the window closed', async () => {
    later(72 * 3_600)

    expect(await call('POST', '', { invitationId, ...phone })).to.include({ status: 409 })
  })

  it('does not exist for anybody else', async () => {
    const { id } = await start()
    const attempts: [string, string, object?][] = [
      ['GET', `/${id}`],
      ['POST', `/${id}/heartbeat`, { ...phone, visible: true }],
      ['POST', `/${id}/rest`, phone],
      ['POST', `/${id}/questions/1/issue`, phone],
      ['POST', `/${id}/questions/1/shown`, phone],
      ['POST', `/${id}/questions/1/begin`, phone],
      ['PUT', `/${id}/questions/1/draft`, { ...phone, text: 'x', revision: 1 }],
      ['PUT', `/${id}/questions/1/answer`, { ...phone, text: 'x', submissionKey: 'key-of-one' }],
      ['POST', '', { invitationId, ...phone }],
    ]

    for (const [method, path, body] of attempts) {
      expect((await call(method, path, body, li)).status, `${method} ${path} by another candidate`).to.equal(404)
      expect((await call(method, path, body, other)).status, `${method} ${path} by another organisation`).to.equal(404)
      expect((await call(method, path, body, '')).status, `${method} ${path} by nobody`).to.equal(401)
    }
  })

  it('says what is wrong with a text that is too long, by characters and not by bytes', async () => {
    const { id } = await start()
    await reach(id, 1)

    expect(
      (await view('PUT', `/${id}/questions/1/draft`, { ...phone, text: '😀'.repeat(2000), revision: 1 })).step.kind,
    ).to.equal('answering')
    const refused = await call('PUT', `/${id}/questions/1/draft`, { ...phone, text: '😀'.repeat(2001), revision: 2 })

    expect(refused.status).to.equal(400)
    expect(refused.body.error.details).to.deep.equal({ faults: [{ at: 'text', rule: 'maxLength', allowed: 2000 }] })
  })

  it('refuses what no phone of ours sends', async () => {
    const { id } = await start()

    expect(await call('POST', `/${id}/rest`, { ...phone, extra: 1 })).to.include({ status: 400 })
    expect(await call('POST', `/${id}/questions/0/issue`, phone)).to.include({ status: 400 })
    expect(await call('GET', '/not-an-id')).to.include({ status: 400 })
    expect(await call('POST', `/${id}/questions/99/issue`, phone)).to.include({ status: 404 })
  })

  it('gives a late phone its saved text back and logs none of it', async () => {
    const { id } = await start()
    await reach(id, 1)
    await view('PUT', `/${id}/questions/1/draft`, { ...phone, text: '只有我知道', revision: 1 })
    for (const seconds of [...Array<number>(24).fill(15), 5]) {
      later(seconds)
      await view('POST', `/${id}/heartbeat`, { ...phone, visible: true })
    }
    later(6)

    const refused = await call('PUT', `/${id}/questions/1/answer`, {
      ...phone,
      text: '太晚',
      submissionKey: 'key-of-one',
      finishedMsAgo: 20_000,
    })

    expect(refused.status).to.equal(409)
    expect(refused.body.error).to.deep.include({
      code: 'past-deadline',
      details: { number: 1, savedText: '只有我知道' },
    })
    expect(logged).to.not.contain('只有我知道')
  })

  it('answers the same submission the same way, and another one with 409', async () => {
    const { id } = await start()
    await reach(id, 1)
    const submission = { ...phone, text: '先安抚', submissionKey: 'key-of-one' }

    const all = await Promise.all([1, 2, 3].map(() => view('PUT', `/${id}/questions/1/answer`, submission)))
    const different = await call('PUT', `/${id}/questions/1/answer`, { ...submission, text: '别的' })

    expect(new Set(all.map((one) => JSON.stringify(one)))).to.have.length(1)
    expect(different.body.error.code).to.equal('already-answered')
  })

  it('multiplies the times by what was agreed with the candidate', async () => {
    admission = { ...admission, timeFactor: 1.5 }
    const { id } = await start()

    const { step } = await view('POST', `/${id}/questions/1/issue`, phone)

    expect(step).to.have.nested.include({ 'question.thinkingSeconds': 90, 'question.answerSeconds': 540 })
  })
})
