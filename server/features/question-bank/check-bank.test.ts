import { expect } from 'chai'
import { bank, point, question, template } from '../../../test/builders/data-files.js'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { checkBank } from './check-bank.js'

const found = (changes: Partial<QuestionBankFile>) =>
  checkBank(bank(changes)).map(({ at, message }) => `${at.join('/')} ${message.en}`)
const withPoints = (...points: Parameters<typeof point>[0][]) => ({
  questions: [question({ points: points.map((changes) => point(changes)) })],
})

describe('checking a question bank', () => {
  it('finds nothing in a faultless one', () => {
    expect(found({})).to.deep.equal([])
  })

  it('wants the points of a question to add up to 1, and does not stumble over decimals', () => {
    expect(
      found(withPoints({ id: 'p1', weight: 0.1 }, { id: 'p2', weight: 0.2 }, { id: 'p3', weight: 0.7 })),
    ).to.deep.equal([])
    expect(found(withPoints({ id: 'p1', weight: 0.5 }, { id: 'p2', weight: 0.45 }))).to.deep.equal([
      'questions/0/points The weights of the points add up to 0.95 instead of 1.',
    ])
  })

  it('wants every point to show what earns it and what does not', () => {
    expect(
      found(
        withPoints({
          examples: [
            { text: '抱歉', level: 1 },
            { text: '对不起', level: 0.6 },
          ],
        }),
      )[0],
    ).to.contain('questions/0/points/0/examples')
    expect(
      found(
        withPoints({
          examples: [
            { text: '不管', level: 0 },
            { text: '对不起', level: 0.6 },
          ],
        }),
      )[0],
    ).to.contain('at level 0.8 or above')
  })

  it('refuses an id that is used twice, also between questions and templates', () => {
    expect(found({ questions: [question(), question()] })).to.deep.equal([
      'questions/1/id The id "queue-a" is used twice.',
    ])
    expect(found({ numeracy: [template({ id: 'queue-a' })] })[0]).to.contain('numeracy/0/id')
  })

  it('refuses a scene that goes by a point which is not there, or has nothing to say to some answers', () => {
    const says = { zh: '客户更大声了', en: 'The customer gets louder' }
    const scene = (...replies: { when?: { met?: string[]; missed?: string[] } }[]) => ({
      questions: [question({ turns: [{ replies: replies.map((reply) => ({ says, ...reply })) }] })],
    })
    const own = question().points[0]!.id
    const at = (changes: Partial<QuestionBankFile>) => checkBank(bank(changes)).map((one) => one.at.join('/'))

    expect(found(scene({ when: { met: [own] } }, {}))).to.deep.equal([])
    expect(found(scene({ when: { missed: [own, 'gone'] } }, {}))).to.deep.equal([
      'questions/0/turns/0/replies/0/when/missed/1 This turn goes by the point "gone", which the question does not have.',
    ])
    expect(at(scene({}, { when: { met: [own] } }))).to.deep.equal([
      'questions/0/turns/0/replies/0/when',
      'questions/0/turns/0/replies/1/when',
    ])
  })

  it('refuses a competency that the bank does not describe', () => {
    expect(found({ questions: [question({ competencyId: 'domain' })] })[0]).to.contain('questions/0/competencyId')
  })

  it('refuses parallel forms that measure different things: the draw would decide the score', () => {
    expect(found({ questions: [question(), question({ id: 'other', competencyId: 'numeracy' })] })[0]).to.contain(
      'questions/1/formGroup',
    )
    expect(found({ questions: [question(), question({ id: 'other', pressure: true })] })[0]).to.contain(
      'questions/1/formGroup',
    )
    expect(found({ numeracy: [template({ formGroup: 'service' })] })[0]).to.contain('numeracy/0/formGroup')
    expect(found({ questions: [question(), question({ id: 'other', answerSeconds: 600 })] })[0]).to.match(
      /questions\/1\/formGroup.*answerSeconds 600/,
    )
  })

  it('wants the version to begin with the id of the bank', () => {
    expect(found({ version: '2026.1' })[0]).to.contain('version')
  })
})

describe('checking a numeracy template', () => {
  const of = (changes: Parameters<typeof template>[0]) => found({ numeracy: [template(changes)] })
  const { variables } = template()

  it('wants every variable of the calculation', () => {
    const { days: _days, ...others } = variables

    expect(of({ variables: others })).to.include('numeracy/0/variables "simple-interest" needs the variable days.')
  })

  it('wants every variable shown in both languages: what is hidden would be a guess', () => {
    expect(
      of({
        stem: {
          zh: '{principal} 元，年利率 {rate}%，{days} 天，一年 {dayBasis} 天',
          en: '{principal} at {rate}% over {days} days',
        },
      }),
    ).to.deep.equal(['numeracy/0/stem/en The stem does not show the variable {dayBasis}.'])
  })

  it('refuses braces that nothing fills', () => {
    const { stem } = template()

    expect(of({ stem: { ...stem, zh: `${stem.zh}{fee}` } })).to.deep.equal([
      'numeracy/0/stem/zh {fee} in the stem is not defined.',
    ])
  })

  it('refuses a range that its steps never reach, or that runs backwards', () => {
    expect(of({ variables: { ...variables, days: { min: 100, max: 205, step: 10 } } })[0]).to.contain('variables/days')
    expect(of({ variables: { ...variables, days: { min: 200, max: 100, step: 10 } } })[0]).to.contain('variables/days')
    expect(of({ variables: { ...variables, rate: { min: 0.1, max: 0.7, step: 0.1 } } })).to.deep.equal([])
  })

  it('refuses a range in which nothing can be computed', () => {
    expect(of({ variables: { ...variables, dayBasis: { min: 0, max: 360, step: 360 } } })[0]).to.contain(
      'every variable at its min',
    )
  })

  it('works the example again and refuses another result', () => {
    expect(
      of({ workedExample: { values: { principal: 50_000, rate: 0.05, days: 200, dayBasis: 360 }, expected: 13.88 } }),
    ).to.deep.equal(['numeracy/0/workedExample The worked example says 13.88, but it comes to 13.89.'])
  })
})
