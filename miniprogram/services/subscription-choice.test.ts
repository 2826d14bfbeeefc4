import { expect } from 'chai'
import { choicesIn } from './subscription-choice.js'

const ids = { invitation: 'i', progress: 'p', result: 'r', 'next-round': 'n' }

describe('what WeChat answers when asked for messages', () => {
  it('is an accept whatever it is announced with', () => {
    expect(
      choicesIn({ p: 'acceptWithAudio', r: 'accept', n: 'reject' }, ['progress', 'result', 'next-round'], ids),
    ).to.deep.equal([
      { template: 'progress', choice: 'accept' },
      { template: 'result', choice: 'accept' },
      { template: 'next-round', choice: 'reject' },
    ])
  })

  it('is nothing for a template that was not asked for, and for a word that nobody knows', () => {
    expect(
      choicesIn({ p: 'filter', r: 'maybe', errMsg: 'ok' }, ['progress', 'result', 'next-round'], ids),
    ).to.deep.equal([{ template: 'progress', choice: 'filter' }])
  })
})
