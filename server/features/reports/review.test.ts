import { expect } from 'chai'
import { assessment } from '../../../test/builders/assessments.js'
import { newInterview } from '../../../test/builders/interview.js'
import type { Assessment, QuestionAssessment } from '../../../shared/contracts/assessment.js'
import type { Interview } from '../interviews/index.js'
import { comparison, rankOf, type ReportScores } from './position-rank.js'
import { presentReport } from './present-report.js'
import type { Rating } from './rating-store.js'
import type { Report } from './report.js'
import { reviewItemsOf } from './review.js'

const said = (zh: string) => ({ zh, en: `${zh} (en)` })
const readyAt = new Date('2026-11-25T11:00:00Z')
const scorer = { id: 'rules', version: '1' }
const question = (questionId: string, competencyId: 'service' | 'numeracy', score: number): QuestionAssessment => ({
  kind: 'text',
  questionId,
  competencyId,
  pressure: false,
  answer: {
    questionId,
    status: 'scored',
    score,
    share: 0.5,
    flags: [],
    scorer,
    points: [
      {
        pointId: `point-of-${questionId}`,
        label: said('要点'),
        weight: 1,
        credit: 0.5,
        hit: true,
        evidence: [{ start: 0, end: 2, text: '排队' }],
      },
    ],
  },
})

/** Service (queue and secret) is in the middle; numeracy (interest) is sure. */
const unsure: Assessment = assessment({
  total: 61.3,
  band: 'good',
  competencies: [
    {
      competencyId: 'service',
      name: said('服务'),
      weight: 60,
      score: 3.17,
      band: 'fair',
      anchor: said('锚点'),
      questionIds: ['queue', 'secret'],
    },
    {
      competencyId: 'numeracy',
      name: said('数字'),
      weight: 40,
      score: 4.71,
      band: 'excellent',
      questionIds: ['interest'],
    },
  ],
  questions: [
    question('queue', 'service', 3.11),
    question('secret', 'service', 3.23),
    question('interest', 'numeracy', 4.71),
  ],
  highlights: [{ questionId: 'queue', competencyId: 'service', text: said('先安抚'), evidence: [] }],
  suggestions: [{ questionId: 'interest', competencyId: 'numeracy', text: said('再核对'), evidence: [] }],
  resumeHints: [
    {
      fact: { kind: 'certificate', text: '银行从业' },
      reason: 'weak',
      competencyId: 'service',
      text: said('简历提示'),
    },
  ],
  needsPerson: [
    { reason: 'middle-score', text: said('得分处于中间'), competencyId: 'service' },
    { reason: 'near-threshold', text: said('总分接近') },
  ],
})

const interview = {
  id: 'n1',
  ...newInterview(),
  questions: newInterview().questions.map((one) => ({
    ...one,
    answer: { text: `答${one.number}`, at: readyAt, endedBy: 'candidate' as const },
  })),
} as Interview
const report: Report = {
  id: 'r'.repeat(24),
  orgId: 'o1',
  interviewId: 'n1',
  invitationId: 'i1',
  applicationId: 'a1',
  candidateId: 'c1',
  positionId: 'teller',
  status: 'ready',
  readyAt,
  dueAt: readyAt,
  scored: true,
  questionIds: ['queue', 'secret', 'interest'],
  reviewItems: reviewItemsOf(unsure),
}
const rating = (questionId: string, by: string, score = 4): Rating => ({
  orgId: 'o1',
  reportId: report.id,
  candidateId: 'c1',
  questionId,
  by,
  at: readyAt,
  score,
})
const scores = (total: number): ReportScores => ({ total, competencies: { service: total / 20, numeracy: 3 } })
const others = comparison(Array.from({ length: 20 }, (_one, index) => scores(index * 5)))!
const shown = (ratings: Rating[] = [], changes: Partial<Parameters<typeof presentReport>[0]> = {}) =>
  presentReport({
    report,
    assessment: unsure,
    interview,
    ratings,
    reader: { memberId: 'm1', roles: ['recruiter'] },
    seconds: [],
    others,
    nameOf: (id) => `名字 ${id}`,
    ...changes,
  })

describe('a report before the reviewer has rated what needs review (E5)', () => {
  it('tells which red line an answer crosses, and not that a score is in the middle', () => {
    const crossed = {
      ...unsure,
      needsPerson: [
        { reason: 'red-line' as const, text: said('触碰红线'), questionId: 'queue', competencyId: 'service' as const },
        ...unsure.needsPerson,
      ],
    }

    expect(shown([], { assessment: crossed }).needsPerson.map(({ reason }) => reason)).to.deep.equal(['red-line'])
  })

  it('names the questions of an unsure competency, and those named themselves', () => {
    expect(report.reviewItems).to.deep.equal(['queue', 'secret'])
    expect(
      reviewItemsOf({
        ...unsure,
        needsPerson: [{ reason: 'flagged-answer', text: said('x'), questionId: 'interest', competencyId: 'numeracy' }],
      }),
    ).to.deep.equal(['interest'])
  })

  it('holds no number, point, praise or verdict that would tell the score of a hidden item', () => {
    const text = JSON.stringify(shown())

    for (const secret of [
      '3.11',
      '3.23',
      '3.17',
      '61.3',
      'point-of-queue',
      'point-of-secret',
      '先安抚',
      '简历提示',
      '建议优先',
      '得分处于中间',
      '总分接近',
      'higherThan',
      '锚点',
    ]) {
      expect(text, secret).not.to.contain(secret)
    }
  })

  it('tells the right number where the rules could not read the answer: there is no verdict that it would give away', () => {
    const unread: Assessment = {
      ...unsure,
      questions: [
        ...unsure.questions.slice(0, 2),
        {
          kind: 'numeracy',
          questionId: 'interest',
          competencyId: 'numeracy',
          status: 'unscored',
          mark: { correct: false, expected: 13.89, decimals: 2, given: '13.8或13.9', reason: 'unreadable' },
        },
      ],
    }

    const [, , interest] = shown([], { assessment: unread, report: { ...report, reviewItems: ['interest'] } }).questions

    expect(interest).to.include({ kind: 'numeracy' }).and.not.have.property('score')
    expect(interest?.mark).to.deep.equal({ expected: 13.89, decimals: 2 })
    expect(interest?.note?.zh).to.include('由人看')
  })

  it('still shows the answers, the other questions, the coarse band and the medians', () => {
    const page = shown()

    expect(page.questions.map(({ answer }) => answer)).to.deep.equal(['答1', '答2', '答3'])
    expect(page.questions[2]).to.include({ score: 4.71 })
    expect(page.band?.zh).to.equal('良好')
    expect(page.competencies[0]).to.deep.include({ hidden: true, median: 2.38 })
    expect(page.suggestions).to.have.length(1)
  })

  it('keeps the rest hidden when one of two was rated, and others’ ratings from who has not rated', () => {
    const page = shown([rating('queue', 'm1'), rating('secret', 'm2', 2.5)])

    expect(page.questions[0]).to.include({ score: 3.11 })
    expect(page.questions[1]!.review).to.deep.include({ hidden: true, ratings: [] })
    expect(page.total).to.equal(undefined)
    expect(page.competencies[0]!.hidden).to.equal(true)
  })

  it('is not opened by somebody else’s ratings', () => {
    expect(shown([rating('queue', 'm2'), rating('secret', 'm2')]).total).to.equal(undefined)
  })

  it('opens once this reviewer rated all, with both scores kept side by side', () => {
    const page = shown([rating('queue', 'm1'), rating('secret', 'm1'), rating('queue', 'm2', 2.5)])

    expect(page).to.deep.include({ total: 61.3, rank: { higherThan: 65, of: 20 } })
    expect(page.recommendation?.kind).to.equal('priority')
    expect(page.questions[0]).to.include({ score: 3.11 })
    expect(page.questions[0]!.review!.ratings.map(({ by, score }) => `${by} ${score}`)).to.deep.equal([
      '名字 m1 4',
      '名字 m2 2.5',
    ])
    expect(JSON.stringify(page)).to.contain('得分处于中间')
  })

  it('names no competency that nothing was asked about', () => {
    const never = { competencyId: 'domain' as const, name: said('知识'), weight: 5, questionIds: [] }
    const page = shown([], { assessment: { ...unsure, competencies: [...unsure.competencies, never] } })

    expect(page.competencies.map(({ id }) => id)).to.deep.equal(['service', 'numeracy'])
  })

  it('asks for every question when no machine scored, and has nothing to hide then', () => {
    const { assessment: _none, ...byPeople } = {
      report: { ...report, status: 'awaiting-human', scored: false, reviewItems: report.questionIds },
      interview,
      ratings: [],
      reader: { memberId: 'm1', roles: ['recruiter'] },
      seconds: [],
      nameOf: String,
      assessment: undefined,
    } as const
    const page = presentReport(byPeople)

    expect(page.questions.every(({ review }) => review?.hidden)).to.equal(true)
    expect(page.competencies).to.deep.equal([])
  })

  it('names what was spoken, a question or what was asked on it, beside a score that is hidden', () => {
    const answer = { text: '', at: readyAt, endedBy: 'candidate' as const }
    const recording = { way: 'voice' as const, take: 1, heardBy: 'people' as const }
    const [first, ...others] = interview.questions
    const said = { ...first!, answer: { ...answer, recording } }
    const later = { ...said, number: 4, followUp: { of: 1, turn: 1 } }
    const page = shown([], { interview: { ...interview, questions: [said, ...others], followUps: [later] } })

    expect(page.interviewId).to.equal(interview.id)
    expect(page.questions.map(({ spoken }) => spoken?.number)).to.deep.equal([1, undefined, undefined])
    expect(page.questions[0]!.followUps![0]!.spoken).to.include({ number: 4, heardBy: 'people' })
    expect(page.questions[0]).not.to.have.any.keys('score', 'points')
  })
})

describe('a candidate beside the others of the position', () => {
  it('is compared from twenty on, and not before', () => {
    const nineteen = Array.from({ length: 19 }, (_one, index) => scores(index))

    expect(comparison(nineteen)).to.equal(undefined)
    expect(comparison([...nineteen, scores(50)])).to.include({ of: 20 })
  })

  it('has no median of a competency that fewer than twenty were scored in', () => {
    const all = Array.from({ length: 30 }, (_one, index) =>
      index < 19 ? scores(index) : { total: 50, competencies: { numeracy: 3 } },
    )

    expect(comparison(all)!.medians).to.deep.equal({ numeracy: 3 })
  })

  it('is higher than the share with a lower total', () => {
    expect(rankOf(50, others)).to.deep.equal({ higherThan: 50, of: 20 })
    expect(rankOf(0, others)).to.deep.equal({ higherThan: 0, of: 20 })
  })
})
