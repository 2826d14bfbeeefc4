import { expect } from 'chai'
import type { CoreTag } from '../../../shared/contracts/positions.js'
import { bank, position, question } from '../../../test/builders/data-files.js'
import { chooseQuestions } from './choose-questions.js'

const tag = (id: string, competencyId: CoreTag['competencyId']): CoreTag => ({
  id,
  competencyId,
  label: { zh: id, en: id },
  words: [`${id}-word`],
})
const groups = ['service', 'integrity', 'resilience'] as const
const wide = bank({
  questions: groups.flatMap((competencyId) =>
    ['a', 'b', 'c'].map((one) => question({ id: `${competencyId}-${one}`, competencyId, formGroup: competencyId })),
  ),
})
const free = { formGroup: 'service', or: ['integrity', 'resilience'] }
const weighing = position({
  competencyWeights: { service: 50, communication: 0, integrity: 20, numeracy: 0, domain: 0, resilience: 30 },
  plan: [...groups.map((formGroup) => ({ formGroup })), free],
})
const askedAbout = (lacking: CoreTag[], plan = weighing.plan) =>
  chooseQuestions({ position: { ...weighing, plan }, bank: wide, seed: 's', lacking }).map(
    ({ form }) => form.competencyId,
  )

describe('a free place of the plan', () => {
  it('goes to its own group when the résumé lacks nothing', () => {
    expect(askedAbout([])).to.deep.equal(['service', 'integrity', 'resilience', 'service'])
  })

  it('goes to what asks about the tag that is lacking: once more about that', () => {
    expect(askedAbout([tag('rules', 'integrity')])).to.deep.equal(['service', 'integrity', 'resilience', 'integrity'])
  })

  it('goes to what weighs most when several are lacking, and a second one to the next', () => {
    const lacking = [tag('rules', 'integrity'), tag('calm', 'resilience')]

    expect(askedAbout(lacking).at(-1)).to.equal('resilience')
    expect(askedAbout(lacking, [...weighing.plan, free]).slice(-2)).to.deep.equal(['resilience', 'integrity'])
  })

  it('stays as it is for a tag that none of its groups asks about', () => {
    expect(askedAbout([tag('sums', 'numeracy')]).at(-1)).to.equal('service')
  })

  it('gives everybody as many questions, answered alike in the same time, whatever is lacking', () => {
    const forms = [[], [tag('rules', 'integrity')], [tag('calm', 'resilience')]].map((lacking) =>
      chooseQuestions({ position: weighing, bank: wide, seed: 's', lacking }).map(({ form }) =>
        [form.answerWith, form.measures, form.thinkingSeconds, form.answerSeconds].join(),
      ),
    )

    expect(new Set(forms.map(String))).to.have.length(1)
  })

  it('says what was looked for', () => {
    const [rules, calm] = [tag('rules', 'integrity'), tag('calm', 'resilience')]
    const why = chooseQuestions({ position: weighing, bank: wide, seed: 's', lacking: [rules, calm] }).at(-1)!.why

    expect(why).to.deep.include({ isFree: true, weight: 30, lacking: [{ label: calm.label, words: calm.words }] })
  })
})
