import { expect } from 'chai'
import { template } from '../../../../test/builders/data-files.js'
import { exact } from './exact-number.js'
import { makeVariant, stepsOf, variantOf } from './make-variant.js'

describe('making a variant of a numeracy question', () => {
  it('gives the same question and answer for the same seed, and others for others', () => {
    const stems = Array.from({ length: 40 }, (_unused, index) => makeVariant(template(), `interview-${index}`).stem.zh)

    expect(makeVariant(template(), 'interview-7')).to.deep.equal(makeVariant(template(), 'interview-7'))
    expect(new Set(stems).size).to.be.greaterThan(20)
  })

  it('draws only values of the ranges, both ends among them', () => {
    const days = new Set(
      Array.from({ length: 400 }, (_unused, index) => makeVariant(template(), `s${index}`).variables.days),
    )

    expect([...days].sort()).to.deep.equal(Array.from({ length: 11 }, (_unused, index) => String(100 + index * 10)))
  })

  it('draws each variable on its own', () => {
    const { variables } = template()
    const alike = template({
      variables: { ...variables, principal: { min: 10, max: 100, step: 10 }, days: { min: 10, max: 100, step: 10 } },
    })

    const pairs = new Set(
      Array.from({ length: 400 }, (_unused, index) => makeVariant(alike, `s${index}`).variables).map(
        ({ principal, days }) => `${principal}/${days}`,
      ),
    )

    expect(pairs.size).to.be.greaterThan(80)
  })

  it('counts both ends of a range that floats would cut short', () => {
    expect(stepsOf({ min: 0.1, max: 0.7, step: 0.1 })).to.equal(7)
  })

  it('shows rates with the decimals of their steps and large sums in thousands', () => {
    const values = { principal: exact(50_000), rate: exact(0.1), days: exact(200), dayBasis: exact(360) }

    const variant = variantOf(template(), values)

    expect(variant.stem.zh).to.equal('50,000 元，年利率 0.10%，存 200 天，一年 360 天，利息多少？')
    expect(variant.expected).to.equal('27.78')
  })

  it('answers what the numbers in the stem say, for every seed', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const { variables, expected } = makeVariant(template(), `s${seed}`)
      const [principal, rate, days, dayBasis] = ['principal', 'rate', 'days', 'dayBasis'].map((name) =>
        Number(variables[name]?.replaceAll(',', '')),
      )

      expect(Number(expected)).to.be.closeTo((principal! * (rate! / 100) * days!) / dayBasis!, 0.00501)
    }
  })
})
