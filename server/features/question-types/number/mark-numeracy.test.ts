import { expect } from 'chai'
import fc from 'fast-check'
import { markNumeracy } from './mark-numeracy.js'
import { builtWith, unseen, type Spellings } from './spellings/spelling.js'
import { spelledInWays } from './spellings/spell.js'

const yuan = { zh: '元', en: 'yuan' }
const percent = { zh: '%', en: '%' }

const verdict = (asked: Pick<Spellings, 'unit' | 'expected' | 'decimals'>, given: string) => {
  const { correct, reason } = markNumeracy({ ...asked, given })
  if (correct) return 'right'
  return reason === 'wrong' || reason === 'other-unit' ? 'wrong' : 'person'
}

describe('marking a number', () => {
  for (const [name, tables] of Object.entries({ 'that it was built with': builtWith, 'it was not built with': unseen }))
    for (const { right, wrong, person, ...asked } of tables)
      describe(`in spellings ${name}, for ${asked.expected} ${asked.unit.zh}`, () => {
        for (const given of right)
          it(`takes “${given}”`, () => {
            expect(verdict(asked, given)).to.equal('right')
          })
        for (const given of wrong)
          it(`calls “${given}” wrong`, () => {
            expect(verdict(asked, given)).to.equal('wrong')
          })
        for (const given of person)
          it(`leaves “${given}” to a person`, () => {
            expect(verdict(asked, given)).to.equal('person')
          })
      })

  it('knows more than 600 spellings', () => {
    const all = [...builtWith, ...unseen].flatMap(({ right, wrong, person }) => [...right, ...wrong, ...person])

    expect(all.length).to.be.greaterThan(600)
  })

  it('keeps what was typed, and what it read, in the unit that was asked for', () => {
    expect(markNumeracy({ expected: 5570, decimals: 0, unit: yuan, given: '557000分' })).to.deep.equal({
      correct: true,
      expected: 5570,
      decimals: 0,
      given: '557000分',
      read: 5570,
    })
    expect(markNumeracy({ expected: 5570, decimals: 0, unit: yuan, given: '5570%' })).to.include({
      correct: false,
      reason: 'other-unit',
    })
  })

  it('reads the unit before what is said about decimals', () => {
    const unit = { zh: '元，保留两位小数', en: 'yuan, two decimals' }

    expect(verdict({ unit, expected: 13.89, decimals: 2 }, '13块8毛9')).to.equal('right')
    expect(verdict({ unit, expected: 13.89, decimals: 2 }, '13.89%')).to.equal('wrong')
  })

  it('takes a unit that it does not know as it stands in the question', () => {
    const unit = { zh: '笔/日', en: 'orders a day' }

    expect(
      ['12', '12笔/日', '12 orders a day'].map((given) => verdict({ unit, expected: 12, decimals: 0 }, given)),
    ).to.deep.equal(['right', 'right', 'right'])
    expect(verdict({ unit, expected: 12, decimals: 0 }, '12元')).to.equal('wrong')
  })

  it('tells nothing given from something wrong', () => {
    expect(markNumeracy({ expected: 5570, decimals: 0, unit: yuan, given: ' 　' })).to.include({
      correct: false,
      reason: 'empty',
    })
  })
})

describe('every spelling of an amount', () => {
  const cents = fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 9_999_999_999 }))

  it('is read as that amount', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        for (const given of spelledInWays(amount)) {
          expect(verdict({ unit: yuan, expected: amount / 100, decimals: 2 }, given), given).to.equal('right')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is read as no other amount', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 5 }), (amount, more) => {
        for (const given of spelledInWays(amount)) {
          const asked = { unit: yuan, expected: (amount + more) / 100, decimals: 2 }
          expect(verdict(asked, given), given).to.not.equal('right')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is an amount, and no rate', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const [given = ''] = spelledInWays(amount).filter((one) => one.endsWith('元'))
        expect(verdict({ unit: percent, expected: amount / 100, decimals: 2 }, given), given).to.equal('wrong')
      }),
      { numRuns: 100 },
    )
  })

  it('never throws, whatever is typed', () => {
    const sign = fc.constantFrom(..."0123456789.,-+=/%×() 元角分万亿千百十零一二两半点多约之aeko'’‰和")
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: sign, maxLength: 30 }), fc.string({ maxLength: 30 })), (given) => {
        expect(['right', 'wrong', 'person']).to.include(verdict({ unit: yuan, expected: 5570, decimals: 0 }, given))
      }),
      { numRuns: 2000 },
    )
  })
})
