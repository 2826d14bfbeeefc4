import { expect } from 'chai'
import type { SendOutcome } from '../../ports/messenger.js'
import { groupCardsByBot } from './group-cards-by-bot.js'

describe('a card for the group', () => {
  const card = { cardId: 'c1', title: '报告已生成', text: '', buttons: [] }
  let pushedTo: unknown[]
  const cards = (pushed: SendOutcome | undefined, chatId: string | undefined = 'wrChat') =>
    groupCardsByBot(
      {
        line: () => (pushed ? ({} as never) : undefined),
        push(chat) {
          pushedTo.push(chat)
          return pushed && Promise.resolve(pushed)
        },
      },
      { chatIdOf: async (orgId) => (orgId === 'o1' ? chatId : undefined) },
    )
  beforeEach(() => {
    pushedTo = []
  })

  it('goes by the bot that leads, with what came of it', async () => {
    for (const outcome of [{ kind: 'sent' }, { kind: 'unknown', code: 'no-answer' }] as const) {
      expect(cards(outcome).isReady()).to.equal(true)
      expect(await cards(outcome).send({ orgId: 'o1', card })).to.deep.equal(outcome)
    }
    expect(pushedTo[0]).to.deep.equal({ kind: 'group', id: 'wrChat' })
  })

  it('goes nowhere until somebody has said which chat is the group', async () => {
    expect(await cards({ kind: 'sent' }).send({ orgId: 'o2', card })).to.deep.equal({
      kind: 'refused',
      reason: 'recipient',
      code: 'chat-not-named',
    })
    expect(pushedTo).to.deep.equal([])
  })

  it('is refused where nobody leads any more: nothing arrived', async () => {
    expect(cards(undefined).isReady()).to.equal(false)
    expect(await cards(undefined).send({ orgId: 'o1', card })).to.include({ kind: 'refused' })
  })
})
