import { expect } from 'chai'
import { resume } from '../../../test/builders/resumes.js'
import { assessment } from '../../../test/builders/assessments.js'
import { compared, withSecondScorer } from './compare-scorers.js'
import { areApart, settleRuns } from './settle-runs.js'
import { withoutPerson } from './what-is-sent.js'

const answer = '我先请她坐下，再说明为什么要等。'
const points = [
  { id: 'calm', weight: 0.5 },
  { id: 'explain', weight: 0.5 },
]
const run = (calm: [number, string], explain: [number, string]) => [
  { pointId: 'calm', credit: calm[0], quotation: calm[1] },
  { pointId: 'explain', credit: explain[0], quotation: explain[1] },
]

describe('the readings of a model', () => {
  it('count with a quotation that occurs in the answer', () => {
    const settled = settleRuns([run([1, '我先请她坐下'], [0.5, ' 再说明为什么 '])], points, answer)

    expect(settled).to.deep.equal({
      score: 4,
      isSteady: true,
      points: [
        { pointId: 'calm', credit: 1, quotation: '我先请她坐下' },
        { pointId: 'explain', credit: 0.5, quotation: '再说明为什么' },
      ],
    })
  })

  for (const [what, quotation] of [
    ['none', ''],
    ['one that the answer does not hold', '我马上给她退款'],
    ['one of two places', '请她坐下说明为什么'],
    ['one of signs alone', '，。'],
    ['a word that is in any answer', '我先'],
  ] as const)
    it(`earn nothing with a quotation such as ${what}`, () => {
      expect(settleRuns([run([1, quotation], [1, quotation])], points, answer).score).to.equal(1)
    })

  it('may quote the whole of a very short answer', () => {
    expect(settleRuns([run([1, '三天'], [0, ''])], points, '三天').score).to.equal(3)
  })

  it('are their mean, and steady within a band', () => {
    const [full, half] = [run([1, answer], [1, answer]), run([0.8, answer], [0.9, answer])]

    expect(settleRuns([full, half], points, answer)).to.include({ score: 4.7, isSteady: true })
    expect(settleRuns([full, run([0, ''], [1, answer])], points, answer)).to.include({ isSteady: false })
  })

  it('are a band apart from .8 on', () => {
    expect([areApart(3.4, 4.1), areApart(3.4, 4.2), areApart(4.2, 3.4)]).to.deep.equal([false, true, true])
  })
})

describe('a second scorer beside the rules', () => {
  const given = assessment()
  const beside = (score: number, isSteady = true) =>
    withSecondScorer(given, { readings: [compared('q1', 4.4, { score, isSteady, points: [] })] })

  it('brings a person in where it is a band apart, above or below, or unsteady', () => {
    const reasons = [beside(5), beside(3.6), beside(5, false), beside(4.4)].map(({ needsPerson }) =>
      needsPerson.map(({ reason }) => reason),
    )

    expect(reasons).to.deep.equal([[], ['scorers-apart'], ['scorer-unsteady'], []])
    expect(beside(1).needsPerson[0]).to.include({ questionId: 'q1' })
  })

  it('changes no score, total or suggestion', () => {
    for (const score of [1, 3, 5]) {
      const { secondScorer: _, needsPerson: __, ...rest } = beside(score)
      const { needsPerson: ___, ...before } = given
      expect(rest).to.deep.equal(before)
    }
  })
})

describe('what is sent of an answer', () => {
  const person = { ...resume(), name: '王小明', phone: '13800138000' }

  it('covers who wrote it, sign by sign', () => {
    const said = `我叫王小明，${person.education.school}毕业，电话138-0013-8000，邮箱 a.b@mail.example。我先道歉。`
    const sent = withoutPerson(said, person)

    expect(sent).to.have.length(said.length)
    for (const told of ['王小明', person.education.school, '138', 'mail']) expect(sent).not.to.contain(told)
    expect(sent.endsWith('。我先道歉。')).to.equal(true)
  })

  it('is the answer itself where nothing tells who wrote it', () => {
    expect(withoutPerson('共 5,570.00 元，3 天内答复。', person)).to.equal('共 5,570.00 元，3 天内答复。')
  })
})
