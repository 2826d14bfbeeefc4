import { expect } from 'chai'
import { aiRound, bank, humanRound, position, question } from '../../../test/builders/data-files.js'
import { checkPlan, checkSavedPlan } from './check-plan.js'

const found = (...args: Parameters<typeof checkPlan>) =>
  checkPlan(...args).map(({ at, message }) => `${at.join('/')} ${message.en}`)

describe('checking a position against its bank', () => {
  it('finds nothing when every group can be drawn', () => {
    expect(found(position(), bank())).to.deep.equal([])
  })

  it('misses the bank, the group, and the questions for this position', () => {
    expect(found(position(), undefined)[0]).to.contain('questionBank')
    expect(found(position({ plan: [{ formGroup: 'integrity' }] }), bank())[0]).to.contain('plan/0/formGroup')
    expect(found(position(), bank({ questions: [question({ positionIds: ['clerk'] })] }))[0]).to.contain(
      'plan/0/formGroup',
    )
  })

  it('takes the questions of its model, and no others', () => {
    expect(found(position({ id: 'branch-teller', questionsOf: 'teller' }), bank())).to.deep.equal([])
    expect(found(position({ questionsOf: 'clerk' }), bank())[0]).to.match(/clerk/)
  })

  it('wants as many questions as a group is named in the plan', () => {
    const plan = [{ formGroup: 'service' }, { formGroup: 'service' }, { formGroup: 'service' }]

    expect(found(position({ plan }), bank()).map((line) => line.split(' ')[0])).to.deep.equal(['plan/2/formGroup'])
  })

  it('refuses a numeracy group when the position takes no numbers', () => {
    expect(found(position({ answerModes: ['text'] }), bank())[0]).to.contain('plan/1/formGroup')
  })

  describe('that is saved', () => {
    const competencyWeights = { ...position().competencyWeights, service: 50, domain: 10 }
    const saved = (changes: Parameters<typeof position>[0]) =>
      checkSavedPlan(position(changes), bank()).map(({ at, message }) => `${at.join('/')} ${message.en}`)

    it('refuses a weight for what no question asks about', () => {
      expect(saved({ competencyWeights })[0]).to.match(/^competencyWeights\/domain .*10/)
      expect(saved({})).to.deep.equal([])
    })

    it('lets one be written that has no plan yet', () => {
      expect(saved({ competencyWeights, plan: [], open: false, rounds: [aiRound()] })).to.deep.equal([])
    })

    it('leaves one in force alone that has had such a weight for long', () => {
      expect(found(position({ competencyWeights }), bank())).to.deep.equal([])
    })
  })

  it('refuses a least score for what is never asked: nobody could advance', () => {
    expect(
      found(
        position({ rounds: [aiRound(), humanRound({ entry: { minTotal: 70, competencyFloors: { integrity: 3 } } })] }),
        bank(),
      )[0],
    ).to.contain('rounds/1/entry/competencyFloors/integrity')
  })
})
