import { expect } from 'chai'
import { exact, toDecimals } from '../exact-number.js'
import { calculations } from './index.js'

/** Worked by hand: the first four in the requirements (D), the others beside them. */
const cases = [
  {
    what: 'a drawer of 37, 18, 26 and 45 notes',
    by: 'cash-count',
    of: { hundreds: 37, fifties: 18, twenties: 26, tens: 45 },
    is: '5570.00',
  },
  {
    what: '¥50 000 at 1.10 % for a whole year',
    by: 'simple-interest',
    of: { principal: 50_000, rate: 1.1, days: 360, dayBasis: 360 },
    is: '550.00',
  },
  {
    what: '¥50 000 withdrawn on day 200 at 0.05 %',
    by: 'simple-interest',
    of: { principal: 50_000, rate: 0.05, days: 200, dayBasis: 360 },
    is: '13.89',
  },
  {
    what: '¥120 000 at 3.6 % over 12 months',
    by: 'equal-principal-first-month',
    of: { principal: 120_000, rate: 3.6, months: 12 },
    is: '10360.00',
  },
  {
    // 0.2 % of 5 000 000 is 10 000 a year; half of that.
    what: '¥5 000 000 over 180 of 360 days at 3.5 % and at 3.3 %',
    by: 'interest-difference',
    of: { principal: 5_000_000, higherRate: 3.5, lowerRate: 3.3, days: 180, dayBasis: 360 },
    is: '5000.00',
  },
  {
    // 10 a day are sold; 600 are 60 days.
    what: 'receivables of 600 with sales of 3 600 a year',
    by: 'turnover-days',
    of: { revenue: 3_600, receivables: 600, dayBasis: 360 },
    is: '60.00',
  },
  {
    // 36 000 a year, 9 000 for a quarter of it.
    what: 'a bill of ¥2 000 000 discounted for 90 days at 1.8 %',
    by: 'discount-proceeds',
    of: { faceValue: 2_000_000, rate: 1.8, days: 90, dayBasis: 360 },
    is: '1991000.00',
  },
  {
    // 240 × 6 = 1 440 minutes of 4 × 8 × 60 = 1 920.
    what: '240 customers of 6 minutes at 4 counters open 8 hours',
    by: 'counter-utilisation',
    of: { customers: 240, minutesEach: 6, counters: 4, hours: 8 },
    is: '75.00',
  },
  {
    // 52 000 × 90 − 50 000 × 60 = 1 680 000, over the 30 days left.
    what: 'a target of 52 000 over 90 days, 50 000 in the first 60',
    by: 'average-needed',
    of: { target: 52_000, days: 90, soFar: 50_000, daysSoFar: 60 },
    is: '56000.00',
  },
  { what: '18 of 1 200 loans bad', by: 'percent-of', of: { part: 18, whole: 1200 }, is: '1.50' },
  { what: '27 set aside for 18 bad', by: 'percent-of', of: { part: 27, whole: 18 }, is: '150.00' },
  {
    what: '10 million with 2 % default and 45 % loss',
    by: 'expected-loss',
    of: { exposure: 10_000_000, defaultRate: 2, lossRate: 45 },
    is: '90000.00',
  },
  { what: '1 200 requests a minute of 0.4 s', by: 'busy-workers', of: { perMinute: 1200, seconds: 0.4 }, is: '8.00' },
  { what: '99.9 % over 30 days', by: 'allowed-downtime', of: { availability: 99.9, days: 30 }, is: '43.20' },
  {
    what: '3.6 million records by 4 threads of 500 a second',
    by: 'batch-minutes',
    of: { records: 3_600_000, threads: 4, perSecond: 500 },
    is: '30.00',
  },
] as const

describe('working out an answer', () => {
  for (const { what, by, of, is } of cases) {
    it(`gives ${is} for ${what}`, () => {
      const values = Object.fromEntries(Object.entries(of).map(([name, value]) => [name, exact(value)]))

      const result = calculations[by].compute(values)

      expect(toDecimals(result, 2)).to.equal(is)
    })
  }

  it('rounds half a cent up, where a float would have lost it', () => {
    expect(toDecimals(exact(1.005), 2)).to.equal('1.01')
    expect((1.005).toFixed(2)).to.equal('1.00')
  })

  it('rounds away from zero below zero, and writes no minus before nothing', () => {
    expect(toDecimals(exact(-0.125), 2)).to.equal('-0.13')
    expect(toDecimals(exact(-0.001), 2)).to.equal('0.00')
  })

  it('reads numbers as they are written, however small or large', () => {
    expect(toDecimals(exact(1e-7), 7)).to.equal('0.0000001')
    expect(toDecimals(exact(1.5e21), 0)).to.equal('1500000000000000000000')
  })
})
