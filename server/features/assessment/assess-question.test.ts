import { expect } from 'chai'
import type { NumeracyItem } from '../question-types/index.js'
import { assessQuestion } from './assess-question.js'
import { whatNeedsPerson } from './needs-person.js'

const both = (text: string) => ({ zh: text, en: text })
const cash: NumeracyItem = {
  id: 'cash',
  competencyId: 'numeracy',
  expected: 5570,
  decimals: 0,
  unit: { zh: '元', en: 'yuan' },
  praise: both('算得准'),
  advice: both('再核对一遍'),
}
const assessed = (text: string) => assessQuestion({ kind: 'numeracy', item: cash }, { questionId: 'cash', text }, {})
const forPerson = (text: string) =>
  whatNeedsPerson({ questions: [assessed(text)], competencies: [], total: undefined, position: { id: 'teller' } })

describe('a number that the rules cannot read', () => {
  it('has no score, so that it is never wrong without anybody having looked', () => {
    expect(assessed('5570还是5507')).to.deep.include({ status: 'unscored' }).and.not.have.property('score')
    expect(assessed('5507')).to.include({ status: 'scored', score: 1 })
    expect(assessed('五千五百七十块')).to.include({ status: 'scored', score: 5 })
  })

  it('goes to a person, who is told why', () => {
    const [told] = forPerson('5570还是5507')

    expect(told).to.include({ reason: 'not-understood', questionId: 'cash', competencyId: 'numeracy' })
    expect(told?.text.en).to.include('did not understand')
    expect(forPerson('5507')).to.deep.equal([])
  })
})
