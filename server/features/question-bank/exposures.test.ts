import { expect } from 'chai'
import { bank, position, question } from '../../../test/builders/data-files.js'
import { chooseQuestions } from './choose-questions.js'
import { exposureKey, type Exposures } from './exposures.js'

const three = bank({ questions: ['queue-a', 'queue-b', 'queue-c'].map((id) => question({ id })) })
const one = position({ plan: [{ formGroup: 'service' }] })
const draw = (given: Partial<Parameters<typeof chooseQuestions>[0]>) =>
  chooseQuestions({ position: one, bank: three, seed: 's', ...given })
const keyOf = (id: string) => exposureKey(question({ id }))

describe('how often each question is asked', () => {
  it('is equal to within one, however many are asked', () => {
    const counts: Record<string, number> = {}
    for (let nth = 0; nth < 100; nth += 1)
      for (const { form } of draw({ seed: `s${nth}`, exposures: { ...counts } }))
        counts[exposureKey(form)] = (counts[exposureKey(form)] ?? 0) + 1

    expect(Object.values(counts).sort()).to.deep.equal([33, 33, 34])
  })

  it('decides first, and the seed among equals', () => {
    const exposures: Exposures = { [keyOf('queue-a')]: 4, [keyOf('queue-b')]: 3, [keyOf('queue-c')]: 3 }
    const drawn = Array.from({ length: 60 }, (_unused, nth) => draw({ seed: `s${nth}`, exposures })[0]!.form.id)

    expect(new Set(drawn)).to.deep.equal(new Set(['queue-b', 'queue-c']))
    expect(drawn.filter((id) => id === 'queue-b').length).to.be.within(15, 45)
  })

  it('begins anew with another wording, and goes on through another version of the bank', () => {
    expect(keyOf('queue-a')).not.to.equal(
      exposureKey(question({ id: 'queue-a', stem: { zh: '改了', en: 'Reworded' } })),
    )
    expect(keyOf('queue-a')).to.equal(exposureKey(question({ id: 'queue-a', pressure: true, points: [] })))
  })

  it('never makes a question come again to somebody who has had it, while there is another', () => {
    const exposures: Exposures = { [keyOf('queue-a')]: 0, [keyOf('queue-b')]: 9, [keyOf('queue-c')]: 8 }
    const [again] = draw({ exposures, askedBefore: new Set(['queue-a', 'queue-b', 'queue-c']) })

    expect(draw({ exposures, askedBefore: new Set(['queue-a']) })[0]!.form.id).to.equal('queue-c')
    expect(draw({ exposures, askedBefore: new Set(['queue-a', 'queue-c']) })[0]!.form.id).to.equal('queue-b')
    expect(again!.why).to.include({ sourceId: 'queue-a', again: true })
  })

  it('is part of why it was asked', () => {
    const exposures: Exposures = { [keyOf('queue-a')]: 5, [keyOf('queue-b')]: 4, [keyOf('queue-c')]: 5 }

    expect(draw({ exposures })[0]!.why).to.deep.equal({ sourceId: 'queue-b', weight: 60, among: 3, timesAsked: 4 })
  })
})
