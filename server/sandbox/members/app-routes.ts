/** What a member does in the app's chat; the product is told by callback. */
import { randomInt } from 'node:crypto'
import Router from '@koa/router'
import type { Callbacks } from '../callbacks/callbacks.js'
import { cardEvent, enterAgent, textMessage, type CallbackMessage } from '../callbacks/events.js'
import type { StoredCard } from '../core/bot-state.js'
import type { Member } from '../core/corp-state.js'
import type { World } from '../core/world.js'
import { presentSelected, requirePressable, type Press } from '../cards/kept-cards.js'
import { ApiError, notFound } from '../http/api-error.js'
import { MemberTap, SayToBot } from '../http/bodies.js'
import { validBody } from '../http/valid-body.js'
import { issueResponseCode } from '../wecom/response-codes.js'
import { memberById } from './members.js'

const msgIds = 2 ** 47

export function memberAppRoutes(world: World, callbacks: Callbacks): Router {
  const router = new Router({ prefix: '/api' })
  const delivered = async (message: CallbackMessage, card?: StoredCard) => {
    if (!(await callbacks.deliver(message, card)))
      throw new ApiError('product-away', 503, 'the product did not take the callback')
  }

  router.post('/members/:id/tap', async (ctx) => {
    const member = memberById(world, ctx.params.id!)
    const { messageId, ...press } = validBody(ctx, MemberTap)
    await tap({ world, member, messageId, press: { userid: member.id, ...press } }, delivered)
    ctx.status = 204
  })
  router.post('/members/:id/app', async (ctx) => {
    const { id: userid } = memberById(world, ctx.params.id!)
    const { content } = validBody(ctx, SayToBot)
    await delivered(textMessage({ userid, now: world.now() }, { content, msgId: String(randomInt(msgIds)) }))
    ctx.status = 204
  })
  router.post('/members/:id/app/open', async (ctx) => {
    const { id: userid } = memberById(world, ctx.params.id!)
    await delivered(enterAgent({ userid, now: world.now() }))
    ctx.status = 204
  })
  router.post('/callbacks/verify', async (ctx) => {
    ctx.body = { verified: await callbacks.verify() }
  })

  return router
}

interface Tapped {
  world: World
  member: Member
  messageId: string
  press: Press
}

/** A press that the product did not take does not count. */
async function tap(
  { world, member, messageId, press }: Tapped,
  deliver: (message: CallbackMessage, card: StoredCard) => Promise<void>,
): Promise<void> {
  const view = member.inbox.find(({ id }) => id === messageId)?.card
  const card = world.state.cards.find(({ owner, messages }) => owner === 'app' && messages[member.id] === messageId)
  if (!view || !card) throw notFound('card')
  requirePressable(card, view, press)

  card.pressed[member.id] = world.now()
  const message = cardEvent(
    { userid: member.id, now: world.now() },
    {
      key: press.key,
      taskId: card.taskId ?? '',
      cardType: card.cardType,
      responseCode: issueResponseCode(world, card.id),
      selected: presentSelected(press.selected),
    },
  )
  await deliver(message, card).catch((error: unknown) => {
    delete card.pressed[member.id]
    throw error
  })
}
