import { expect } from 'chai'
import { markNumeracy } from './mark-numeracy.js'

describe('marking a number', () => {
  const right: [expected: number, decimals: number, given: string][] = [
    [5570, 0, '5570'],
    [5570, 0, '5,570'],
    [5570, 0, '５５７０'],
    [5570, 0, '５，５７０元'],
    [5570, 0, '¥5,570.00'],
    [5570, 0, '￥5570'],
    [5570, 0, ' 5 570 '],
    [5570, 0, '5570.'],
    [5570, 0, '+5570'],
    [5570, 0, '05570'],
    [5570, 0, '人民币5570元整'],
    [5570, 0, '5570 yuan'],
    [13.89, 2, '13.89'],
    [13.89, 2, '13.890'],
    [13.89, 2, '13．89'],
    [1.5, 1, '1.5%'],
    [1.5, 1, '1.5％'],
    [0.5, 1, '.5'],
    [550, 2, '550'],
    [-3.2, 1, '−3.2'],
    [0, 0, '-0'],
    [0.3, 1, '0.3'],
    [1234567.89, 2, '1,234,567.89'],
  ]
  for (const [expected, decimals, given] of right) {
    it(`takes "${given}" for ${expected}`, () => {
      expect(markNumeracy({ expected, decimals, given })).to.include({ correct: true, given })
    })
  }

  const wrong: [expected: number, decimals: number, given: string][] = [
    [5570, 0, '5571'],
    [5570, 0, '5569.99'],
    [13.89, 2, '13.9'],
    [13.89, 2, '13.88'],
    [13.89, 2, '13.888'],
    [13.89, 2, '13.8889'],
    [13.89, 2, '14'],
    [1.5, 1, '0.015'],
    [1.5, 1, '15'],
    [-3.2, 1, '3.2'],
    [550, 2, '550.01'],
  ]
  for (const [expected, decimals, given] of wrong) {
    it(`calls "${given}" wrong for ${expected} and keeps it`, () => {
      expect(markNumeracy({ expected, decimals, given })).to.include({ correct: false, reason: 'wrong', given })
    })
  }

  const unreadable = [
    'abc',
    '五千五百七十',
    '5,57',
    '55,70',
    '1e3',
    '5570 5570 1',
    '12.3.4',
    '--5',
    '5570左右',
    '😀',
    'NaN',
    'Infinity',
    '0x15C2',
  ]
  for (const given of unreadable) {
    it(`cannot read "${given}"`, () => {
      expect(markNumeracy({ expected: 5570, decimals: 0, given })).to.include({
        correct: false,
        reason: 'unreadable',
        given,
      })
    })
  }

  it('tells nothing given from something wrong', () => {
    expect(markNumeracy({ expected: 5570, decimals: 0, given: ' 　' })).to.include({ correct: false, reason: 'empty' })
  })
})
