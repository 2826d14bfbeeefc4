import { expect } from 'chai'
import { applicationForStaff } from '../../../../test/builders/staff-reports.js'
import { waitingDecision } from '../../../../test/builders/staff-lists.js'
import {
  badgeOf,
  barOf,
  crossesRedLine,
  fieldsOf,
  firstShown,
  hasSpoken,
  markOf,
  needsOf,
  type Question,
  ratings,
  slotIn,
  tabAfter,
} from './report-state.js'

const zone = 'Asia/Shanghai'
const question = (questionId: string, hidden?: boolean): Question => ({
  questionId,
  number: 1,
  kind: 'text',
  competencyId: 'service',
  stem: { zh: '题', en: 'q' },
  ...(hidden !== undefined && { review: { reasons: [], hidden, ratings: [], mayAskSecond: false } }),
})
const slot = {
  startsAt: '2026-11-30T06:00:00.000Z',
  place: { zh: '总行 3 楼', en: 'Head office, 3rd floor' },
  contact: { name: { zh: '李静', en: 'Li Jing' }, phone: '0512-6666' },
}

describe('the report page', () => {
  it('opens on what a person has to rate, else on the first question', () => {
    expect(firstShown([question('q1'), question('q2', false), question('q3', true)])).to.equal('q3')
    expect(firstShown([question('q1'), question('q2', false)])).to.equal('q1')
    expect(firstShown([])).to.equal(undefined)
  })

  it('says when the round is while that lies ahead, and only then since when somebody waits', () => {
    const round = waitingDecision(1, {
      raisedAt: '2026-11-26T06:00:00.000Z',
      dueAt: '2026-11-27T06:00:00.000Z',
      overdue: false,
    })

    expect(badgeOf(round, '2026-11-26T05:59:00.000Z')).to.deep.equal({ kind: 'planned', at: round.raisedAt })
    expect(badgeOf(round, '2026-11-26T08:00:00.000Z')).to.deep.equal({ kind: 'waiting', ms: 2 * 3_600_000 })
    expect(badgeOf({ ...round, overdue: true }, '2026-11-27T07:00:00.000Z')).to.deep.equal({
      kind: 'late',
      ms: 3_600_000,
    })
  })

  describe('what needs a person', () => {
    it('comes before the figures when an answer crosses a red line', () => {
      const text = { zh: '触碰红线', en: 'Crosses a red line' }

      expect(crossesRedLine({ needsPerson: [{ reason: 'red-line', text }] })).to.equal(true)
      expect(crossesRedLine({ needsPerson: [{ reason: 'may-cross', text }] })).to.equal(true)
      expect(crossesRedLine({ needsPerson: [{ reason: 'language', text }] })).to.equal(false)
    })

    const words = (zh: string, en: string) => ({ zh, en })
    const competency = (id: Question['competencyId'], name: { zh: string; en: string }) => ({
      id,
      name,
      weight: 20,
      hidden: false,
    })
    const competencies = [
      competency('service', words('客户服务', 'Service')),
      competency('domain', words('业务知识', 'Knowledge')),
    ]
    const needsPerson = (
      about: { questionId?: string; competencyId?: Question['competencyId'] },
      text = words('请复核', 'Review'),
    ) => [{ reason: 'middle-score' as const, text, ...about }]

    it('names the competency of every question that waits for a review, once', () => {
      const needs = needsOf({
        competencies,
        questions: [question('q1'), question('q2', true), question('q3', true), question('q4', false)],
        needsPerson: needsPerson({ questionId: 'q2' }),
      })

      expect(needs).to.deep.equal([
        {
          about: words('客户服务', 'Service'),
          text: words('请复核', 'Review'),
          question: { questionId: 'q2', number: 1, review: 'waits' },
        },
        { about: words('客户服务', 'Service'), question: { questionId: 'q3', number: 1, review: 'waits' } },
      ])
    })

    it('leads from a competency to its answer, and nowhere when nothing was asked about it', () => {
      const questions = [question('q1'), question('q2', false)]

      expect(
        needsOf({ competencies, questions, needsPerson: needsPerson({ competencyId: 'service' }) })[0]?.question,
      ).to.deep.equal({ questionId: 'q1', number: 1, review: 'none' })
      expect(
        needsOf({ competencies, questions, needsPerson: needsPerson({ questionId: 'q2' }) })[0]?.question?.review,
      ).to.equal('done')
      expect(needsOf({ competencies, questions, needsPerson: needsPerson({ competencyId: 'domain' }) })).to.deep.equal([
        { about: words('业务知识', 'Knowledge'), text: words('请复核', 'Review') },
      ])
    })

    it('says no name twice, and no name where the whole is meant', () => {
      const named = words('「客户服务」请复核', 'Review service')

      expect(
        needsOf({ competencies, questions: [], needsPerson: needsPerson({ competencyId: 'service' }, named) }),
      ).to.deep.equal([{ text: named }])
      expect(needsOf({ competencies, questions: [question('q1')], needsPerson: needsPerson({}) })).to.deep.equal([
        { text: words('请复核', 'Review') },
      ])
    })
  })

  it('moves through tabs by keys, round and to the ends', () => {
    const ids = ['a', 'b', 'c']

    expect([
      tabAfter(ids, 'a', 'ArrowRight'),
      tabAfter(ids, 'c', 'ArrowRight'),
      tabAfter(ids, 'a', 'ArrowLeft'),
    ]).to.deep.equal(['b', 'a', 'c'])
    expect([
      tabAfter(ids, 'b', 'Home'),
      tabAfter(ids, 'b', 'End'),
      tabAfter(ids, 'b', 'x'),
      tabAfter([], 'b', 'Home'),
    ]).to.deep.equal(['a', 'c', undefined, undefined])
  })

  it('ticks a point that was met, and not one of which only a few words were said', () => {
    const askedHer = { credit: 0.28, hit: false }

    expect(markOf(askedHer)).to.equal('◦')
    expect([markOf({ credit: 0.8, hit: true }), markOf({ credit: 0, hit: false })]).to.deep.equal(['✓', '—'])
  })

  it('draws bars within their track', () => {
    expect([barOf(5), barOf(2.5), barOf(7), barOf(-1)]).to.deep.equal([100, 50, 100, 0])
    expect(ratings).to.deep.equal([1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5])
  })

  it('takes the slot of the next round through its fields and back', () => {
    expect(slotIn(fieldsOf(slot, zone), zone)).to.deep.equal({ slot })
    expect(slotIn({ ...fieldsOf(slot, zone), place: { zh: ' 总行 3 楼 ', en: '' } }, zone)).to.have.nested.property(
      'slot.place.en',
      '总行 3 楼',
    )
  })

  it('names every field of a slot that is missing', () => {
    expect(slotIn(fieldsOf(undefined, zone), zone)).to.deep.equal({ faults: ['at', 'place', 'contact', 'phone'] })
    expect(slotIn({ ...fieldsOf(slot, zone), at: 'tomorrow', phone: '12' }, zone)).to.deep.equal({
      faults: ['at', 'phone'],
    })
  })
})

describe('a report with something to hear', () => {
  const [written] = applicationForStaff().report!.questions
  const spoken = { number: 7, way: 'voice' as const, heardBy: 'people' as const, events: [] }

  it('is one with a spoken answer, to a question or to what was asked on it', () => {
    const followUps = [{ says: written!.stem, startsAt: 0, spoken }]

    expect(hasSpoken({ questions: [written!] })).to.equal(false)
    expect(hasSpoken({ questions: [written!, { ...written!, spoken }] })).to.equal(true)
    expect(hasSpoken({ questions: [{ ...written!, followUps }] })).to.equal(true)
  })
})
