import { expect } from 'chai'
import { readRange } from './byte-range.js'

describe('a range of bytes', () => {
  for (const [header, expected] of [
    ['bytes=0-', { first: 0, last: 99 }],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-200', { first: 90, last: 99 }],
    ['bytes=-5', { first: 95, last: 99 }],
    ['bytes=-500', { first: 0, last: 99 }],
    ['bytes=100-', 'beyond'],
    ['bytes=100-200', 'beyond'],
    ['bytes=-0', 'beyond'],
    ['bytes=20-10', undefined],
    ['bytes=0-1,5-6', undefined],
    ['seconds=0-1', undefined],
    ['bytes=-', undefined],
    ['bytes=a-b', undefined],
    ['', undefined],
  ] as const)
    it(`${header || 'that nobody asks for'} is ${JSON.stringify(expected) ?? 'all of it'}`, () => {
      expect(readRange(header, 100)).to.deep.equal(expected)
    })
})
