import { expect } from 'chai'
import type { AnswerReason, Assessment, QuestionAssessment } from '../../../shared/contracts/assessment.js'
import { assessment } from '../../../test/builders/assessments.js'
import { presentNotAssessed, type NotAssessedParts } from './present-not-assessed.js'

const scorer = { id: 'rules', version: '1' }
const unscored = (questionId: string, reason: AnswerReason): QuestionAssessment => ({
  kind: 'text',
  questionId,
  competencyId: 'service',
  pressure: false,
  answer: { questionId, status: 'unscored', reason, points: [], flags: [], scorer },
})
const number = (questionId: string): QuestionAssessment => ({
  kind: 'numeracy',
  questionId,
  competencyId: 'numeracy',
  status: 'unscored',
  mark: { correct: false, expected: 5, decimals: 0, given: '五到六', reason: 'unreadable' },
})
const asked = ['q1', 'q2', 'q3'].map((sourceId, index) => ({ sourceId, number: index + 1 }))

const told = (changes: Partial<Assessment>, parts: Partial<NotAssessedParts> = {}) =>
  presentNotAssessed({
    assessment: assessment(changes),
    status: 'ready',
    asked,
    hidden: new Set(),
    rated: new Set(),
    ...parts,
  }).map(({ what, why }) => `${what.zh}：${why.zh}`)

describe('what a report did not assess', () => {
  it('says which answer has no score, and why', () => {
    const questions = [unscored('q1', 'language'), unscored('q2', 'not-shown'), number('q3')]

    expect(told({ questions }).slice(0, 3)).to.deep.equal([
      '第 1 题：作答语言没有评分示例，未评分',
      '第 2 题：这道题没有展示给应聘者',
      '第 3 题：没有读懂写的是哪个数，未评分，由人看',
    ])
  })

  it('keeps to itself what would sway whoever has still to rate (E5)', () => {
    const questions = [unscored('q1', 'dismissive'), unscored('q2', 'not-understood')]
    const hidden = new Set(['q1', 'q2'])

    expect(told({ questions }, { hidden })).to.satisfy((lines: string[]) =>
      lines.every((line) => !/第 1 题/.test(line)),
    )
    expect(told({ questions }, { hidden })[0]).to.match(/^第 2 题/)
    expect(told({ questions }, { rated: hidden })[0]).to.match(/^第 1 题：多处推脱.*你已评分$/)
  })

  it('names a competency that counts and that nothing was asked about, and one without anything to score', () => {
    const competency = (competencyId: 'domain' | 'service' | 'resilience', weight: number, questionIds: string[]) => ({
      competencyId,
      name: { zh: competencyId, en: competencyId },
      weight,
      questionIds,
    })
    const competencies = [
      competency('domain', 20, []),
      competency('service', 30, ['q1']),
      competency('resilience', 0, []),
    ]

    expect(told({ competencies }).slice(0, 2)).to.deep.equal([
      'domain：这次面试没有这项能力的题，不计入总分',
      'service：没有可评分的作答，不计入总分',
    ])
    expect(told({ competencies }).join()).not.to.contain('resilience')
  })

  it('says where no machine scored, and why', () => {
    const lines = (status: 'awaiting-human' | 'failed') =>
      presentNotAssessed({ status, asked, hidden: new Set(), rated: new Set() }).map(({ why }) => why.zh)

    expect(lines('awaiting-human')[0]).to.equal('没有机器评分，由人评阅')
    expect(lines('failed')[0]).to.equal('机器评分没有完成，由人评阅')
  })

  it('always says that voice and face are not judged', () => {
    expect(told({}).at(-1)).to.equal('声音、语速、表情、外貌：只评作答的内容')
  })
})
