import { expect } from 'chai'
import type { SendOutcome } from '../../ports/messenger.js'
import { groupCardsByBot } from './group-cards-by-bot.js'

describe('a card for the group', () => {
  const card = { cardId: 'c1', title: '报告已生成', text: '', buttons: [] }
  const cards = (pushed: SendOutcome | undefined) =>
    groupCardsByBot({ line: () => (pushed ? ({} as never) : undefined), push: () => pushed && Promise.resolve(pushed) })

  it('goes by the bot that leads, with what came of it', async () => {
    for (const outcome of [{ kind: 'sent' }, { kind: 'unknown', code: 'no-answer' }] as const) {
      expect(cards(outcome).isReady()).to.equal(true)
      expect(await cards(outcome).send({ groupId: 'g1', card })).to.deep.equal(outcome)
    }
  })

  it('is refused where nobody leads any more: nothing arrived', async () => {
    expect(cards(undefined).isReady()).to.equal(false)
    expect(await cards(undefined).send({ groupId: 'g1', card })).to.include({ kind: 'refused' })
  })
})
