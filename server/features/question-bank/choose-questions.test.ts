import { expect } from 'chai'
import { bank, position, question } from '../../../test/builders/data-files.js'
import { chooseQuestions } from './choose-questions.js'

const idsFor = (seed: string, plan = position().plan) =>
  chooseQuestions({ position: position({ plan }), bank: bank(), seed }).map((chosen) => chosen.form.id)

describe('choosing the questions of an interview', () => {
  it('follows the plan in order and is the same for the same seed', () => {
    const [first, second] = idsFor('interview-1')

    expect(first).to.match(/^queue-/)
    expect(second).to.equal('interest')
    expect(idsFor('interview-1')).to.deep.equal([first, second])
  })

  it('draws every parallel form about equally often', () => {
    const drawn = Array.from({ length: 1000 }, (_unused, index) => idsFor(`s${index}`)[0])

    expect(drawn.filter((id) => id === 'queue-a').length).to.be.within(430, 570)
  })

  it('never asks the same question twice', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      expect(new Set(idsFor(`s${seed}`, [{ formGroup: 'service' }, { formGroup: 'service' }]))).to.have.length(2)
    }
  })

  it('keeps the other questions when the plan grows at the end', () => {
    const longer = [...position().plan, { formGroup: 'service' }]

    expect(idsFor('interview-1', longer).slice(0, 2)).to.deep.equal(idsFor('interview-1'))
  })

  it('leaves out questions that are not for this position', () => {
    const others = bank({ questions: [question({ id: 'not-mine', positionIds: ['clerk'] }), question()] })

    for (let seed = 0; seed < 20; seed += 1) {
      const [chosen] = chooseQuestions({ position: position(), bank: others, seed: `s${seed}` })
      expect(chosen?.form.id).to.equal('queue-a')
    }
  })
})
