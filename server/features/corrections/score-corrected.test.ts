import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { assessment } from '../../../test/builders/assessments.js'
import { spokenInterview } from '../../../test/builders/recorded.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import type { AppError } from '../../errors.js'
import { interviewStore, type InterviewStore } from '../interviews/interview-store.js'
import { correctAnswer } from '../interviews/index.js'
import { reportStore, type ReportStore } from '../reports/report-store.js'
import { scoreCorrected, type ScoreCorrectedDeps } from './score-corrected.job.js'

const now = new Date('2026-11-25T12:00:00Z')

describe('scoring again what was corrected', () => {
  let interviews: InterviewStore
  let reports: ReportStore
  let connection: Awaited<ReturnType<typeof testStore>>
  let told: string[]
  let granted: boolean
  let scored: number
  const first = assessment({ total: 40, needsPerson: [] })
  const second = assessment({ total: 80, needsPerson: [] })

  const deps = (): ScoreCorrectedDeps => ({
    interviews,
    reports,
    consents: { currentOf: async () => ({ choices: [{ purpose: 'ai-scoring', granted }] }) as never },
    assess: async () => {
      scored += 1
      return second
    },
    notifications: { tellGroup: async ({ key }) => void told.push(key) },
    timeline: { append: async () => undefined },
    clock: { now: () => now },
    wake: () => undefined,
  })

  beforeEach(async () => {
    ;[told, granted, scored] = [[], true, 0]
    connection = await testStore()
    const vault = testVault(connection)
    ;[interviews, reports] = [interviewStore(connection, vault), reportStore(connection, vault)]
    await Promise.all([interviews.ready(), reports.ready()])
    const [one, ...others] = spokenInterview(now).questions
    const recording = { way: 'voice', take: 1, heardBy: 'transcriber' } as const
    const spoken = { ...one!, answer: { text: '先按抚', at: now, endedBy: 'candidate' as const, recording } }
    const questions = [spoken, ...others]
    const fresh = { ...spokenInterview(now), status: 'scored' as const, submittedAt: now, questions }
    const { interview } = await interviews.insertUnlessBegun({
      ...fresh,
      invitationId: randomBytes(12).toString('hex'),
    })
    const { orgId, id: interviewId, invitationId, applicationId, candidateId, positionId } = interview
    const ids = { orgId, interviewId, invitationId, applicationId, candidateId, positionId }
    await reports.insertOnce({
      ...{ ...ids, status: 'ready', readyAt: now, dueAt: now, questionIds: ['queue'] },
      assessment: first,
    })
    await connection.collection('reports').updateMany({}, { $set: { next: 'done' } })
    await interviews.change({ orgId, id: interviewId }, (current) =>
      correctAnswer(current, { number: 1, text: '先安抚', openid: 'openid-wang', now }),
    )
  })

  const report = async () =>
    (await reports.findByInterview('o1', String((await connection.collection('interviews').findOne())!._id)))!
  const queue = async () => (await connection.collection('interviews').findOne())!['queue'] as string | undefined

  it('puts the new scores in the report, keeps the old ones, draws conclusions anew and tells once', async () => {
    await scoreCorrected(deps())

    const now_ = await report()
    expect((await reports.assessmentOf(now_))!.total).to.equal(80)
    expect((await reports.earlierOf(now_)).map(({ assessment: { total } }) => total)).to.deep.equal([40])
    expect((await connection.collection('reports').findOne())!['next']).to.equal('pending')
    expect([told.length, await queue()]).to.deep.equal([1, undefined])
  })

  it('keeps no version twice when it dies before it could say that it is done', async () => {
    const dies = { ...deps(), notifications: { tellGroup: () => Promise.reject(new Error('dies here')) } }
    await scoreCorrected(dies).catch(() => undefined)
    await connection.collection('interviews').updateMany({}, { $unset: { leaseUntil: 1 } })
    await scoreCorrected(deps())

    expect(scored).to.equal(2)
    expect(await reports.earlierOf(await report())).to.have.length(1)
  })

  it('waits while conclusions are drawn from what the report was', async () => {
    await connection.collection('reports').updateMany({}, { $set: { next: 'pending' } })
    const again = { assessment: second, at: now, secondLook: false }

    expect(await reports.scoreAgain(await report(), again)).to.equal('busy')
    await scoreCorrected(deps()).catch(({ code }: AppError) => code)
    expect([(await reports.assessmentOf(await report()))!.total, await queue()]).to.deep.equal([40, 'score-again'])
  })

  it('scores nothing for whom no machine may score, and tells all the same', async () => {
    granted = false
    await scoreCorrected(deps())

    expect([scored, told.length, await queue()]).to.deep.equal([0, 1, undefined])
  })

  it('leaves nothing of either version when the consent is taken back', async () => {
    await scoreCorrected(deps())
    const { orgId, invitationId } = await report()
    await reports.removeAssessment(orgId, invitationId)

    const [row] = await connection.collection('reports').find().toArray()
    expect(row).not.to.have.any.keys('assessment', 'scores', 'earlier')
  })
})
