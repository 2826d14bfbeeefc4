import { expect } from 'chai'
import { aboutOfKey } from './007-about-of-key.js'

describe('what a row of the first version is about', () => {
  for (const [key, about] of [
    ['invitation:i1:2:reminded:k', { kind: 'invitation', id: 'i1' }],
    ['progress:n1', { kind: 'interview', id: 'n1' }],
    ['result:n1:awaiting-human', { kind: 'interview', id: 'n1', announces: 'awaiting-human' }],
    ['decided:d1', { kind: 'decision', id: 'd1' }],
    ['next-round:d1', { kind: 'decision', id: 'd1' }],
    ['decision-overdue:d1:li-jing', { kind: 'decision', id: 'd1' }],
    ['proposed:d1', { kind: 'decision', id: 'd1' }],
    ['flow-stuck:report:r1', { kind: 'report', id: 'r1' }],
    ['group-card:7', { kind: 'group-card', id: '7' }],
    ['delivery-failed:invitation:i1:1', { kind: 'message', id: 'delivery-failed:invitation:i1:1' }],
  ] as const)
    it(`is read from ${key}`, () => {
      expect(aboutOfKey(key)).to.deep.equal(about)
    })
})
