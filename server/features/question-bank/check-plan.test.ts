import { expect } from 'chai'
import { aiRound, bank, humanRound, point, position, question } from '../../../test/builders/data-files.js'
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

  describe('with a free place', () => {
    const rules = (changes: Parameters<typeof question>[0] = {}) =>
      question({ id: 'rules-a', competencyId: 'integrity', formGroup: 'rules', ...changes })
    const wide = (...more: ReturnType<typeof question>[]) =>
      bank({ questions: [question(), question({ id: 'queue-b' }), ...more] })
    const free = { formGroup: 'service', or: ['rules'] }
    const withFree = (changes: Parameters<typeof position>[0] = {}) =>
      position({ plan: [{ formGroup: 'service' }, free], ...changes })

    it('finds nothing when each of its groups asks alike', () => {
      expect(found(withFree(), wide(rules()))).to.deep.equal([])
    })

    it('refuses a group of another kind, pressure, number of turns or time, so that nobody sits a harder interview', () => {
      const turns = [{ replies: [{ says: { zh: '还要多久？', en: 'How long?' } }] }]
      for (const other of [
        { kind: 'knowledge' as const },
        { pressure: true },
        { turns },
        { answerSeconds: 480 },
        { thinkingSeconds: 90 },
      ])
        expect(found(withFree(), wide(rules(other)))[0], JSON.stringify(other)).to.match(/^plan\/1\/or\/0 /)
    })

    it('wants every group to be large enough, wherever the places go', () => {
      const plan = [{ formGroup: 'service' }, { formGroup: 'rules' }, free]

      expect(found(withFree({ plan }), wide(rules()))[0]).to.match(/^plan\/2\/or\/0 .*rules/)
      expect(found(withFree({ plan }), wide(rules(), rules({ id: 'rules-b' })))).to.deep.equal([])
    })

    it('does not count it for a competency that not everybody is asked about', () => {
      const competencyWeights = { ...position().competencyWeights, service: 80, numeracy: 0, integrity: 20 }
      const saved = (plan: ReturnType<typeof position>['plan']) =>
        checkSavedPlan(withFree({ competencyWeights, plan }), wide(rules(), rules({ id: 'rules-b' }))).map(({ at }) =>
          at.join('/'),
        )

      expect(saved([{ formGroup: 'service' }, free])).to.deep.equal(['competencyWeights/integrity'])
      expect(saved([{ formGroup: 'service' }, { formGroup: 'rules' }, free])).to.deep.equal([])
    })

    it('refuses a tag that could change nothing', () => {
      const tag = (competencyId: 'integrity' | 'numeracy') => ({
        id: 't',
        competencyId,
        label: point().label,
        words: ['合规'],
      })

      expect(found(withFree({ coreTags: [tag('integrity')] }), wide(rules()))).to.deep.equal([])
      expect(found(withFree({ coreTags: [tag('numeracy')] }), wide(rules()))[0]).to.match(/^coreTags\/0\/competencyId /)
      expect(found(position({ coreTags: [tag('integrity')] }), wide(rules()))[0]).to.match(
        /^coreTags\/0\/competencyId /,
      )
    })
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
