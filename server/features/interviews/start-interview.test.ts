import { expect } from 'chai'
import { firstPhone, newInterview, secondPhone, startedAt } from '../../../test/builders/interview.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { interviewStore, type InterviewStore } from './interview-store.js'
import type { QuestionPlan } from './plan-questions.js'
import { startInterview, type DrawFor, type StartDeps } from './start-interview.js'

const said = { zh: '服务意识', en: 'Service' }
const who = { orgId: 'o1', openid: 'openid-wang', invitationId: 'a'.repeat(24), deviceKey: firstPhone }
const [own, merged, another] = ['c', 'd', 'e'].map((sign) => sign.repeat(24)) as [string, string, string]
const plan: QuestionPlan = {
  bankVersion: 'teller-2026.1',
  competencies: [{ id: 'service', name: said }],
  questions: [
    {
      form: { id: 'queue', competencyId: 'service', answerWith: 'text' },
      asked: { kind: 'situational', stem: said },
      why: { sourceId: 'queue', weight: 50, among: 3, timesAsked: 7 },
    },
  ],
  exposure: { bankId: 'teller', keys: ['queue@1'] },
  defaults: { thinkingSeconds: 60, answerSeconds: { text: 360, number: 180 }, restSeconds: 30 },
}

describe('starting an interview', () => {
  let interviews: InterviewStore
  let deps: StartDeps
  let draws: DrawFor[]
  let counted: string[]

  beforeEach(async () => {
    const connection = await testStore()
    interviews = interviewStore(connection, testVault(connection))
    await interviews.ready()
    ;[draws, counted] = [[], []]
    deps = {
      interviews,
      samePerson: { sameAs: async () => [merged] },
      admission: {
        admit: async () => ({
          candidateId: own,
          applicationId: 'b'.repeat(24),
          positionId: 'teller',
          positionTitle: said,
          closesAt: new Date(startedAt.getTime() + 3_600_000),
          noticeVersion: '2026-11',
          minutes: 25,
          timeFactor: 1,
        }),
        drawQuestions: async (which) => (draws.push(which), plan),
        countAsked: async (_orgId, { keys }) => void counted.push(...keys),
      },
      clock: { now: () => startedAt },
      wake: () => {},
    }
  })

  it('counts its questions as given to one more, once, however often and on how many phones', async () => {
    await Promise.all([
      startInterview(deps, { ...who, takeOver: true }),
      startInterview(deps, { ...who, deviceKey: secondPhone, takeOver: true }),
    ])
    await startInterview(deps, { ...who, takeOver: true })

    expect(counted).to.deep.equal(['queue@1'])
  })

  it('keeps what was drawn, and why: a process that dies later draws nothing again', async () => {
    const { id } = await startInterview(deps, who)
    deps.admission.drawQuestions = async () => expect.fail('drawn again')

    const again = await startInterview(deps, who)
    expect([again.id, again.questions.map(({ sourceId }) => sourceId)]).to.deep.equal([id, ['queue']])
    expect(await interviews.whyAsked(again)).to.deep.equal([plan.questions[0]!.why])
  })

  it('draws knowing what this person was asked before, in another file and in another WeChat too', async () => {
    const before = (sign: string, over: object, sourceId: string) =>
      interviews.insertUnlessBegun({
        ...newInterview({ invitationId: sign.repeat(24), ...over }),
        questions: [{ ...newInterview().questions[0]!, sourceId }],
      })
    await before('1', { candidateId: own, openid: 'x' }, 'own-file')
    await before('2', { candidateId: merged, openid: 'y' }, 'merged-file')
    await before('3', { candidateId: another, openid: who.openid }, 'own-wechat')
    await before('4', { candidateId: another, openid: 'z' }, 'somebody-else')

    await startInterview(deps, who)

    expect([...draws[0]!.askedBefore]).to.have.members(['own-file', 'merged-file', 'own-wechat'])
  })
})
