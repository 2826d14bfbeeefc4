/** A report of one answer, its stores, and a second scorer behind a fake endpoint. */
import type { Assessment } from '../../shared/contracts/assessment.js'
import { chatCompletions } from '../../server/adapters/model-scorer/chat-completions.js'
import { consentStore } from '../../server/features/consent/index.js'
import { modelScoreStore } from '../../server/features/model-scoring/index.js'
import { secondOpinionWith, type SecondOpinionDeps } from '../../server/features/model-scoring/second-opinion.js'
import { askSecondScorer } from '../../server/features/reports/ask-second-scorer.job.js'
import { reportStore } from '../../server/features/reports/report-store.js'
import { allPoints, fakeModel, type Behaviour, type FakeModel } from '../fakes/model-endpoint.js'
import { testStore } from '../store.js'
import { testVault } from '../vault.js'
import { assessment } from './assessments.js'
import { resume } from './resumes.js'

export const reportedAt = new Date('2026-11-22T04:00:00Z')
export const candidateId = '0123456789abcdef01234567'
export const givenAnswer = '我是王小明，我先请她坐下，再说明为什么要等。'
export const wholeAnswer: Behaviour = allPoints(1, () => '我先请她坐下，再说明为什么要等')

const text = (zh: string) => ({ zh, en: zh })
const point = (id: string) => ({ id, label: text(id), weight: 0.5, examples: [{ text: '例子', level: 1 }] })
const question = { id: 'q1', stem: text('客户很着急？'), points: [point('calm'), point('explain')] }
const ids = { orgId: 'o1', invitationId: 'i1', applicationId: 'a1', candidateId, positionId: 'teller' }

export const scoredBy = (score: number): Assessment => {
  const scorer = { id: 'rules', version: '1' }
  const one = { questionId: 'q1', status: 'scored' as const, score, share: 0.5, points: [], flags: [], scorer }
  return assessment({
    questions: [{ kind: 'text', questionId: 'q1', competencyId: 'service', pressure: false, answer: one }],
  })
}

export const interviewWith = (answer: string): Pick<SecondOpinionDeps, 'interviews'> => ({
  interviews: {
    find: async () =>
      ({ ...ids, id: 'n1', bankVersion: 'b1', questions: [{ sourceId: 'q1', answer: { text: answer } }] }) as never,
  },
})

export type SecondScorerDesk = Awaited<ReturnType<typeof secondScorerDesk>>

export async function secondScorerDesk() {
  const connection = await testStore()
  const vault = testVault(connection)
  const model = await fakeModel()
  model.behave(wholeAnswer)
  const stores = {
    reports: reportStore(connection, vault),
    consents: consentStore(connection),
    modelScores: modelScoreStore(connection, vault),
  }
  await Promise.all([vault, ...Object.values(stores)].map((store) => store.ready()))
  /** What a test may change. */
  const set = { at: reportedAt, left: { calls: 100, tokens: 1_000_000 } }
  const warned: object[] = []
  const quiet = { timeline: { append: async () => {} }, clock: { now: () => set.at }, wake: () => {} }

  const opinion = (changes: Partial<SecondOpinionDeps> = {}) =>
    secondOpinionWith({
      ...{ ...stores, clock: quiet.clock, modelScorer: scorerAt(model) },
      modelUse: { runs: 2, calls: budgetOf(set.left, 'calls'), tokens: budgetOf(set.left, 'tokens') },
      notice: { version: 'v-named' },
      ...interviewWith(givenAnswer),
      banks: { findVersion: async () => ({ version: 'b1', questions: [question] }) as never },
      applications: { resumeOf: async () => ({ ...resume(), name: '王小明' }) },
      log: { warn: (fact: object) => void warned.push(fact) },
      ...changes,
    })

  const desk = {
    ...{ ...stores, connection, vault, model, set, warned, quiet, opinion },
    scorer: () => scorerAt(model),

    async agree(granted: boolean, noticeVersion = 'v-named') {
      const choices = [{ purpose: 'ai-scoring' as const, granted }]
      const record = { orgId: 'o1', invitationId: 'i1', candidateId, noticeVersion, at: reportedAt, choices }
      await stores.consents.append(record, granted ? [] : ['ai-scoring'])
    },

    ask: (changes: Partial<SecondOpinionDeps> = {}) =>
      askSecondScorer({ ...quiet, ...stores, secondOpinion: opinion(changes) }),

    async reported(rulesScore: number, interviewId = 'n1') {
      const times = { readyAt: reportedAt, dueAt: reportedAt }
      const report = { ...ids, ...times, interviewId, questionIds: ['q1'], status: 'ready' as const }
      await stores.reports.insertOnce({ ...report, assessment: scoredBy(rulesScore), secondLook: true })
    },

    async report(interviewId = 'n1') {
      const found = (await stores.reports.findByInterview('o1', interviewId))!
      return { ...found, assessment: await stores.reports.assessmentOf(found) }
    },

    reading: async (interviewId?: string) => (await desk.report(interviewId)).assessment?.secondScorer?.readings[0],
  }
  await desk.agree(true)
  return desk
}

const budgetOf = (left: Record<'calls' | 'tokens', number>, of: keyof typeof left) => ({
  take: async (units = 1) =>
    (left[of] -= units) >= 0 ? { kind: 'taken' as const } : { kind: 'over' as const, againAfterSeconds: 1 },
})

const scorerAt = (model: FakeModel) =>
  chatCompletions({
    baseUrl: model.baseUrl,
    apiKey: 'key-of-nobody',
    ...{ model: 'reader-1', processor: 'A company', region: 'cn-north', filingNumber: 'F-1' },
    replyFormat: 'json-schema',
    callSeconds: 0.3,
    pauseMs: 1,
  })
