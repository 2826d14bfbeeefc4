import { expect } from 'chai'
import { assessment } from '../../../test/builders/assessments.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import type { ConsentChoice } from '../../../shared/contracts/consent.js'
import { consentStore, giveConsent, loadNotice, noticeFor, type ConsentStore } from '../consent/index.js'
import type { Claim } from '../interviews/index.js'
import { presentFeedback } from './present-feedback.js'
import { removeWithdrawnScores } from './remove-withdrawn-scores.job.js'
import { reportStore, type ReportStore } from './report-store.js'
import { scoreInterviews, type ScoreDeps } from './score-interviews.job.js'

const now = new Date('2026-11-22T04:00:00Z')
const notice = noticeFor(loadNotice(), 'interview')
const interview = {
  id: 'n1',
  orgId: 'o1',
  invitationId: 'i1',
  applicationId: 'a1',
  candidateId: 'c1',
  positionId: 'teller',
  questions: [{ sourceId: 'q1' }, { sourceId: 'q2' }],
}

describe('scoring submitted interviews', () => {
  let reports: ReportStore
  let consents: ConsentStore
  let connection: Awaited<ReturnType<typeof testStore>>
  let queue: Claim[]
  let scored: number
  const quiet = { timeline: { append: async () => {} }, clock: { now: () => now }, wake: () => {} }

  beforeEach(async () => {
    connection = await testStore()
    const vault = testVault(connection)
    reports = reportStore(connection, vault)
    consents = consentStore(connection)
    await Promise.all([vault.ready(), reports.ready(), consents.ready()])
    queue = [{ interview, attempts: 1, leaseUntil: now } as unknown as Claim]
    scored = 0
  })

  const choose = (granted: boolean) =>
    giveConsent(
      { ...quiet, consents },
      {
        orgId: 'o1',
        invitationId: 'i1',
        candidateId: 'c1',
        notice,
        noticeVersion: notice.version,
        choices: [
          { purpose: 'ai-scoring', granted },
          { purpose: 'sharing', granted: false },
        ] satisfies ConsentChoice[],
      },
    )
  const deps = (changes: Partial<ScoreDeps> = {}): ScoreDeps => ({
    ...quiet,
    reports,
    consents,
    interviews: {
      claimSubmitted: async () => queue.shift(),
      settleScored: async () => {},
      giveUpScoring: async () => {},
    },
    assess: async () => {
      scored++
      return assessment()
    },
    promiseHours: async () => 24,
    ...changes,
  })
  const report = async () => (await reports.findByInterview('o1', 'n1'))!

  it('runs no scorer over spoken answers that nobody wrote down: people listen', async () => {
    await choose(true)
    const spoken = (heardBy: 'people' | 'transcriber') => ({
      questions: [{ sourceId: 'q1', answer: { text: '', recording: { way: 'voice', heardBy } } }, { sourceId: 'q2' }],
    })
    queue = [{ ...queue[0]!, interview: { ...interview, ...spoken('people') } } as unknown as Claim]
    await scoreInterviews(deps())

    expect(await report()).to.deep.include({ status: 'awaiting-human' })
    expect(scored).to.equal(0)

    const written = { ...interview, ...spoken('transcriber'), id: 'n2', invitationId: 'i1' }
    queue = [{ interview: written, attempts: 1, leaseUntil: now } as unknown as Claim]
    await scoreInterviews(deps())
    expect(scored).to.equal(1)
  })

  it('writes a report that is sealed, with the promise of the organisation', async () => {
    await choose(true)
    await scoreInterviews(deps())

    expect(await report()).to.deep.include({ status: 'ready', dueAt: new Date('2026-11-23T04:00:00Z') })
    expect(await reports.assessmentOf(await report())).to.deep.equal(assessment())
    expect(JSON.stringify(await connection.collection('reports').find().toArray())).not.to.contain('我先请她坐下')
  })

  it('runs no scorer without consent: people read the answers', async () => {
    await choose(false)
    await scoreInterviews(deps())

    expect(scored).to.equal(0)
    expect(await report()).to.include({ status: 'awaiting-human' })
  })

  it('takes silence for a no', async () => {
    await scoreInterviews(deps())

    expect(scored).to.equal(0)
  })

  it('removes the scores when the consent is taken back later', async () => {
    await choose(true)
    await scoreInterviews(deps())
    await choose(false)
    await removeWithdrawnScores({ ...quiet, consents, reports, modelScores: { removeOf: async () => {} } })

    expect(await report()).to.include({ status: 'awaiting-human' })
    expect(await reports.assessmentOf(await report())).to.equal(undefined)
  })

  it('keeps no scores when the consent was taken back in the middle of scoring', async () => {
    await choose(true)
    await scoreInterviews(
      deps({
        assess: async () => {
          await choose(false)
          return assessment()
        },
      }),
    )

    expect(await reports.assessmentOf(await report())).to.equal(undefined)
  })

  it('gives up after five failures, and a person is told by the report', async () => {
    await choose(true)
    queue[0]!.attempts = 6
    await scoreInterviews(deps())

    expect(await report()).to.include({ status: 'failed' })
    expect(scored).to.equal(0)
  })

  it('leaves an interview to its lease when the scorer fails, and scores the next', async () => {
    await choose(true)
    const next = { ...queue[0]!, interview: { ...interview, id: 'n2' } } as unknown as Claim
    queue.push(next)
    const settled: Claim[] = []
    const failing = deps({
      assess: async ({ id }) => {
        if (id === 'n1') throw new Error('the thread of the scorer ended')
        return assessment()
      },
      interviews: { ...deps().interviews, settleScored: async (claim) => void settled.push(claim) },
    })

    const run = await scoreInterviews(failing).catch((error: Error) => error.message)

    expect(run).to.equal('the thread of the scorer ended')
    expect(await reports.findByInterview('o1', 'n1')).to.equal(undefined)
    expect(settled).to.deep.equal([next])
  })

  it('leaves the first report as it is when it runs again', async () => {
    await choose(true)
    queue.push({ ...queue[0]! })
    await scoreInterviews(deps())

    expect(await connection.collection('reports').countDocuments()).to.equal(1)
  })
})

describe('the feedback a candidate reads', () => {
  const parts = {
    report: {
      ...interview,
      interviewId: 'n1',
      status: 'ready',
      reviewItems: [],
      readyAt: now,
      dueAt: new Date('2026-11-23T04:00:00Z'),
    } as never,
    assessment: assessment(),
    level: 'bands' as const,
    positionTitle: { zh: '综合柜员', en: 'Teller' },
    submittedAt: now,
    expectedAt: now,
    ratings: [],
    readByPeople: false,
  }

  it('begins with a strength in their own words and ends with at most two next steps', () => {
    const feedback = presentFeedback(parts)

    expect(feedback).to.deep.include({ kind: 'ready', strongest: { zh: '客户服务', en: 'Service' } })
    expect(feedback.kind === 'ready' && feedback.strengths[0]).to.deep.equal({
      quote: '我先请她坐下',
      text: { zh: '先安抚再给办法', en: 'Calm first' },
    })
    expect(feedback.kind === 'ready' && feedback.nextSteps).to.have.length(2)
  })

  it('hides every number under bands, and shows them under scores', () => {
    expect(JSON.stringify(presentFeedback(parts)))
      .not.to.contain('4.4')
      .and.not.to.contain('82')
    expect(JSON.stringify(presentFeedback({ ...parts, level: 'scores' }))).to.contain('4.4')
  })

  it('says which scorer and rubric made it, and by when a person answers', () => {
    expect(presentFeedback(parts)).to.deep.include({
      madeBy: { scorer: 'rules 1', rubric: 'teller-2026.1' },
      reviewBy: '2026-11-23T04:00:00.000Z',
    })
  })

  it('speaks of people from the start to somebody who refused AI scoring', () => {
    expect(presentFeedback({ ...parts, report: undefined, readByPeople: true }).kind).to.equal('awaiting-human')
  })

  it('shows neither band nor praise nor advice of what waits for a person', () => {
    const waiting = { ...(parts.report as object), reviewItems: ['q2'] } as never
    const shown = presentFeedback({ ...parts, report: waiting, level: 'scores' })

    expect(shown.kind === 'ready' && shown.competencies).to.deep.include({
      id: 'integrity',
      name: { zh: '合规诚信', en: 'Integrity' },
      band: { zh: '待复核', en: 'Waits for a person' },
      fill: 0,
    })
    expect(shown.kind === 'ready' && shown.nextSteps).to.deep.equal([])
    expect(JSON.stringify(shown)).not.to.contain('3.6')
  })

  it('shows what people rated in place of the machine’s score, once they have', () => {
    const reviewed = { ...(parts.report as object), status: 'reviewed', reviewItems: ['q2'] } as never
    const ratings = [{ questionId: 'q2', score: 4.5 }]
    const shown = presentFeedback({ ...parts, report: reviewed, ratings })

    expect(shown.kind === 'ready' && shown.competencies.map(({ band }) => band.zh)).to.deep.equal(['优秀', '优秀'])
  })

  it('says what is going on while there is nothing to show', () => {
    expect(presentFeedback({ ...parts, report: undefined }).kind).to.equal('preparing')
    expect(presentFeedback({ ...parts, assessment: undefined }).kind).to.equal('awaiting-human')
    expect(presentFeedback({ ...parts, level: 'off' }).kind).to.equal('withheld')
  })
})
