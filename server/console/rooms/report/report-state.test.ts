import { expect } from 'chai'
import { barOf, fieldsOf, firstShown, ratings, reviewsBeside, slotIn, tabAfter, type Question } from './report-state.js'

const zone = 'Asia/Shanghai'
const question = (questionId: string, hidden?: boolean): Question => ({
  questionId, number: 1, kind: 'text', competencyId: 'service', stem: { zh: '题', en: 'q' },
  ...(hidden !== undefined && { review: { reasons: [], hidden, ratings: [] } }),
})
const slot = {
  startsAt: '2026-11-30T06:00:00.000Z', place: { zh: '总行 3 楼', en: 'Head office, 3rd floor' },
  contact: { name: { zh: '李静', en: 'Li Jing' }, phone: '0512-6666' },
}

describe('the report page', () => {
  it('opens on what a person has to rate, else on the first question', () => {
    expect(firstShown([question('q1'), question('q2', false), question('q3', true)])).to.equal('q3')
    expect(firstShown([question('q1'), question('q2', false)])).to.equal('q1')
    expect(firstShown([])).to.equal(undefined)
  })

  it('leads to every question that waits for a review, once', () => {
    const needsPerson = [{ reason: 'middle-score' as const, text: { zh: '请复核', en: 'Review' }, questionId: 'q2' }]

    const beside = reviewsBeside({ questions: [question('q1'), question('q2', true), question('q3', true), question('q4', false)], needsPerson })

    expect(beside.map(({ questionId }) => questionId)).to.deep.equal(['q3'])
  })

  it('moves through tabs by keys, round and to the ends', () => {
    const ids = ['a', 'b', 'c']

    expect([tabAfter(ids, 'a', 'ArrowRight'), tabAfter(ids, 'c', 'ArrowRight'), tabAfter(ids, 'a', 'ArrowLeft')]).to.deep.equal(['b', 'a', 'c'])
    expect([tabAfter(ids, 'b', 'Home'), tabAfter(ids, 'b', 'End'), tabAfter(ids, 'b', 'x'), tabAfter([], 'b', 'Home')]).to.deep.equal(['a', 'c', undefined, undefined])
  })

  it('draws bars within their track', () => {
    expect([barOf(5), barOf(2.5), barOf(7), barOf(-1)]).to.deep.equal([100, 50, 100, 0])
    expect(ratings).to.deep.equal([1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5])
  })

  it('takes the slot of the next round through its fields and back', () => {
    expect(slotIn(fieldsOf(slot, zone), zone)).to.deep.equal({ slot })
    expect(slotIn({ ...fieldsOf(slot, zone), place: { zh: ' 总行 3 楼 ', en: '' } }, zone)).to.have.nested.property('slot.place.en', '总行 3 楼')
  })

  it('names every field of a slot that is missing', () => {
    expect(slotIn(fieldsOf(undefined, zone), zone)).to.deep.equal({ faults: ['at', 'place', 'contact', 'phone'] })
    expect(slotIn({ ...fieldsOf(slot, zone), at: 'tomorrow', phone: '12' }, zone)).to.deep.equal({ faults: ['at', 'phone'] })
  })
})
