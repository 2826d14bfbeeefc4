import { expect } from 'chai'
import { codeIn, parseBehind } from './parse-people.js'

describe('reading whom a message is about', () => {
  for (const [typed, code] of [
    ['a7k2', 'A7K2'],
    ['A7KO', 'A7K0'],
    ['IL0V', '110V'],
    ['ABCU', undefined],
    ['A7K', undefined],
    ['王小明', undefined],
  ] as const) {
    it(`reads ${typed} as ${code ?? 'no code'}`, () => {
      expect(codeIn(typed)).to.equal(code)
    })
  }

  for (const [rest, takes, refs, args] of [
    ['A7K2 B3T9、C5M8', 'nothing', ['A7K2', 'B3T9', 'C5M8'], {}],
    ['A7K2 24小时', 'hours', ['A7K2'], { hours: 24 }],
    ['A7K2 B3T9 两天', 'hours', ['A7K2', 'B3T9'], { hours: 48 }],
    ['2d a7k2', 'hours', ['a7k2'], { hours: 48 }],
    ['王小明 2 days', 'hours', ['王小明'], { hours: 48 }],
    ['A7K2', 'hours', ['A7K2'], {}],
    ['A7K2 good fit, really', 'reason', ['A7K2'], { reason: 'good fit, really' }],
    ['A7K2 B3T9：都不错', 'reason', ['A7K2', 'B3T9'], { reason: '都不错' }],
    ['王小明 答得不完整', 'reason', ['王小明'], { reason: '答得不完整' }],
    ['Jane Smith', 'nothing', ['Jane Smith'], {}],
  ] as const) {
    it(`reads “${rest}” as people and ${takes}`, () => {
      expect(parseBehind(rest, takes)).to.deep.equal({ refs, args })
    })
  }
})
