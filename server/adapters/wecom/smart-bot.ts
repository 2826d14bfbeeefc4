/**
 * The smart bot's long connection (101463) through the official SDK: one connection a bot, the newer one kicks the older. The SDK
 * logs bodies and rejects with frames; neither leaves this file.
 */
import type { Agent } from 'node:http'
import { WSClient, type WsFrame } from '@wecom/aibot-node-sdk'
import throughProxy from 'https-proxy-agent'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../ports/clock.js'
import type { BotAnswer, BotConnection, BotListeners, Chat, GroupBot } from '../../ports/group-bot.js'
import type { SendOutcome } from '../../ports/messenger.js'
import { bodyOf, fitsOnCard, incomingIn, settledBody } from './bot-frames.js'
import { conversationBudget } from './conversation-budget.js'
import { botLimits, throttledMs } from './limits.js'

interface Options {
  id: string
  secret: string
  wsUrl: string
  /** The only way out of the house, when there is one: HTTP CONNECT. */
  proxyUrl?: string | undefined
  clock: Clock
  /** Real milliseconds: WeCom's windows for answers do not follow simulated time. */
  elapsedMs: () => number
  log: { info(fields: object, text: string): void; warn(fields: object, text: string): void }
}

/** A request that may still be answered on this connection. */
interface Request {
  frame: Pick<WsFrame, 'headers'>
  kind: 'text' | 'press' | 'entered' | 'other'
  at: number
}

const rememberedRequests = 10_000
const silent = { debug() {}, info() {}, warn() {}, error() {} }

export function smartBot(options: Options): GroupBot {
  const budget = conversationBudget(options.clock)
  return { connect: (listeners) => connection(options, listeners, budget) }
}

function connection(
  options: Options,
  listeners: BotListeners,
  budget: ReturnType<typeof conversationBudget>,
): BotConnection {
  const { id: botId, secret, wsUrl, proxyUrl, elapsedMs } = options
  const requests = new LRUCache<string, Request>({ max: rememberedRequests })
  const client = new WSClient({
    botId,
    secret,
    wsUrl,
    maxReconnectAttempts: -1,
    logger: silent,
    ...(proxyUrl && { wsOptions: { agent: agentFor(proxyUrl) } }),
  })
  const opened = listen(client, options, { listeners, requests })
  client.connect()

  function ageOf({ at }: Request): number {
    return elapsedMs() - at
  }

  async function within(chat: Chat, send: () => Promise<unknown>): Promise<SendOutcome> {
    const afterMs = budget.waitMs(`${chat.kind}:${chat.id}`)
    return afterMs > 0 ? { kind: 'try-later', code: 'own-budget', afterMs } : outcomeOf(send)
  }

  /** What does not fit on the card is told in full first; the card then only loses its buttons. */
  async function settle(
    chat: Chat,
    { request, answer }: { request: Request; answer: Extract<BotAnswer, { kind: 'settled' }> },
  ): Promise<SendOutcome> {
    const update = () => client.updateTemplateCard(request.frame, settledBody(answer.card))
    if (fitsOnCard(answer.card)) return outcomeOf(update)
    const told = await within(chat, () => client.sendMessage(chat.id, pushBody(chat, answer)))
    if (told.kind === 'sent') await outcomeOf(update)
    return told
  }

  return {
    isOpen: () => opened.now && client.isConnected,

    wayFor(msgid, answer) {
      const request = requests.get(msgid)
      if (!request) return 'push'
      if (request.kind === 'press')
        return answer.kind === 'settled' && ageOf(request) < botLimits.updateWithinMs ? 'reply' : 'push'
      if (request.kind === 'entered') return ageOf(request) < botLimits.updateWithinMs ? 'reply' : 'push'
      return ageOf(request) < botLimits.replyWithinMs ? 'reply' : 'push'
    },

    async reply({ msgid, chat }, answer) {
      const request = requests.get(msgid)
      if (!request) return { kind: 'refused', reason: 'recipient', code: 'request-unknown' }
      if (request.kind === 'press' && answer.kind === 'settled') return settle(chat, { request, answer })
      return within(chat, () =>
        request.kind === 'entered' ? welcome(client, request, answer) : client.reply(request.frame, bodyOf(answer)),
      )
    },

    push: (chat, answer) => within(chat, () => client.sendMessage(chat.id, pushBody(chat, answer))),

    close: () => client.disconnect(),
  }
}

/** An agent as `ws` needs one, though its types want all that Node's class has. */
const agentFor = (proxyUrl: string) => throughProxy(proxyUrl) as unknown as Agent

/** The SDK's types know neither the kind of chat, which it leaves to its caller, nor the update of buttons. */
const pushBody = ({ kind }: Chat, answer: BotAnswer) =>
  ({ chat_type: kind === 'group' ? 2 : 1, ...bodyOf(answer) }) as unknown as Parameters<WSClient['sendMessage']>[1]

/** Only here is plain text allowed. */
const welcome = (client: WSClient, { frame }: Request, answer: BotAnswer) =>
  client.replyWelcome(frame, {
    msgtype: 'text',
    text: { content: answer.kind === 'text' ? answer.markdown : answer.card.title },
  })

function listen(
  client: WSClient,
  { log, elapsedMs }: Options,
  { listeners, requests }: { listeners: BotListeners; requests: LRUCache<string, Request> },
): { now: boolean } {
  const open = { now: false }
  const lost = (why: 'replaced' | 'refused') => {
    open.now = false
    log.warn({ why }, 'the bot’s connection is gone and does not come back by itself')
    listeners.lost(why)
  }
  const received = (frame: WsFrame) => {
    const incoming = incomingIn(frame.body)
    if (!incoming) return
    requests.set(incoming.msgid, { frame: { headers: frame.headers }, kind: incoming.what.kind, at: elapsedMs() })
    listeners.received(incoming)
  }

  client.on('message', received)
  client.on('event', received)
  client.on('authenticated', () => {
    open.now = true
    log.info({}, 'the bot is connected')
    listeners.opened()
  })
  client.on('disconnected', () => {
    open.now = false
  })
  client.on('reconnecting', (attempt) => log.warn({ attempt }, 'the bot connects again'))
  client.on('event.disconnected_event', () => lost('replaced'))
  client.on('error', (error) => {
    if ((error as { code?: unknown }).code === 'WS_AUTH_FAILURE_EXHAUSTED') lost('refused')
  })
  return open
}

/** Nothing went out when the socket was not open; a request without an answer may have arrived. */
async function outcomeOf(send: () => Promise<unknown>): Promise<SendOutcome> {
  try {
    await send()
    return { kind: 'sent' }
  } catch (error) {
    const errcode = (error as { errcode?: unknown }).errcode
    if (typeof errcode === 'number') return refusalOf(errcode)
    if (error instanceof Error && error.message.startsWith('WebSocket not connected'))
      return { kind: 'try-later', code: 'not-connected', afterMs: reconnectMs }
    return { kind: 'unknown', code: 'no-answer' }
  }
}

const reconnectMs = 1_000
const busyMs = 2_000

/** 846605 unknown request, 846608 its time is over (04): the answer then goes as a message of its own. */
function refusalOf(errcode: number): SendOutcome {
  const code = String(errcode)
  switch (errcode) {
    case -1:
    case 6000:
      return { kind: 'try-later', code, afterMs: busyMs }
    case 45009:
    case 45033:
      return { kind: 'try-later', code, afterMs: throttledMs }
    case 846605:
    case 846608:
      return { kind: 'refused', reason: 'spent', code }
    case 86003:
    case 93006:
      return { kind: 'refused', reason: 'recipient', code }
    case 40058:
    case 93017:
    case 42014:
    case 42038:
    case 42039:
      return { kind: 'refused', reason: 'content', code }
    default:
      return { kind: 'refused', reason: 'not-permitted', code }
  }
}
