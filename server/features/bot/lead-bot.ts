/**
 * One process holds the bot's connection: whoever has the lease. When it cannot be renewed, the connection is closed before anybody
 * else may open one (ADR 015).
 */
import type { Clock } from '../../ports/clock.js'
import type { BotAnswer, BotConnection, Chat, GroupBot, Incoming } from '../../ports/group-bot.js'
import type { SendOutcome } from '../../ports/messenger.js'
import { botLease, type Leases } from './bot-lease.js'

export interface LeadDeps {
  orgId: string
  bot: GroupBot
  leases: Leases
  inbox: {
    receive(orgId: string, incoming: Incoming, heard: { heardOn: string; now: Date }): Promise<void>
    takeOver(orgId: string): Promise<void>
  }
  /** Real time, the same for all processes; simulated time may jump. */
  realClock: Clock
  randomToken: () => string
  wake: (job: 'answer-bot') => void
  log: { info(fields: object, text: string): void; error(fields: object, text: string): void }
  leaseMs?: number
  renewMs?: number
}

/** Nobody leads for at most so long after a kill. */
const usualLeaseMs = 20_000
const usualRenewMs = 5_000
/** Somebody else opened a connection, or the secret is wrong: trying again at once would only fight. */
const pauseMs = 60_000

interface Leading {
  connection: BotConnection
  /** Of the socket that is open now: tells a message that was brought again from one that was brought once. */
  token: string
}

export interface BotLeader {
  /** At every turn: renews, or tries to take over. */
  tend(): Promise<void>
  /** The connection to answer on; undefined while another process leads, or while nobody is connected. */
  line(): Leading | undefined
  push(chat: Chat, answer: BotAnswer): Promise<SendOutcome> | undefined
  /** What only one process should say, this one may say: it leads, or nobody does. */
  maySpeak(): Promise<boolean>
  /** What was heard is stored; then another process may lead at once. */
  stop(): Promise<void>
}

export function botLeader(deps: LeadDeps): BotLeader {
  const { orgId, inbox, realClock, log, leaseMs = usualLeaseMs, renewMs = usualRenewMs } = deps
  const lease = botLease({
    ...deps,
    leaseMs,
    renewMs,
    holder: deps.randomToken(),
    ended: () => stepDown('lease not renewed'),
  })
  const memory = inboxMemory(deps)
  let leading: Leading | undefined
  let notBefore = 0
  let stopped = false

  function stepDown(why: string): void {
    if (!leading) return
    lease.drop()
    leading.connection.close()
    leading = undefined
    log.info({ why }, 'this process does not lead the bot any more')
  }

  async function giveUp(why: string): Promise<void> {
    stepDown(why)
    await lease
      .give()
      .catch((err: unknown) => log.error({ err }, 'the lease of the bot could not be given up; it runs out by itself'))
  }

  async function begin(): Promise<void> {
    await inbox.takeOver(orgId)
    if (stopped || !(await lease.keep())) return
    const current = connect(deps, memory, (why) => {
      notBefore = realClock.now().getTime() + pauseMs
      if (leading === current) void giveUp(why)
    })
    leading = current
    log.info({}, 'this process leads the bot')
  }

  const line = () => (leading?.connection.isOpen() ? leading : undefined)

  return {
    line,
    async tend() {
      if (stopped || realClock.now().getTime() < notBefore) return
      const kept = await lease.keep()
      if (!kept) stepDown('another process leads')
      else if (!leading) await begin()
    },
    push: (chat, answer) => line()?.connection.push(chat, answer),
    maySpeak: async () => leading !== undefined || lease.isFree(),
    async stop() {
      stopped = true
      const led = leading !== undefined
      stepDown('stopping')
      await memory.stored()
      if (led) await giveUp('stopping')
    },
  }
}

/** A new socket of the same connection gets a new token. */
function connect(
  { bot, randomToken, wake }: LeadDeps,
  memory: ReturnType<typeof inboxMemory>,
  lost: (why: 'replaced' | 'refused') => void,
): Leading {
  let token = randomToken()
  const connection = bot.connect({
    received: (incoming) => memory.store(incoming, token),
    opened() {
      token = randomToken()
      wake('answer-bot')
    },
    lost,
  })
  return {
    connection,
    get token() {
      return token
    },
  }
}

const storeTries = 30
const storeAgainMs = 1_000

/** What was heard and is not stored yet: nobody brings it again while this connection stands. */
function inboxMemory({ orgId, inbox, realClock, wake, log }: LeadDeps) {
  const storing = new Set<Promise<void>>()

  async function keep(incoming: Incoming, heardOn: string): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await inbox.receive(orgId, incoming, { heardOn, now: realClock.now() })
        return wake('answer-bot')
      } catch (err) {
        if (tries === 1 || tries === storeTries)
          log.error({ err, tries }, 'a message to the bot could not be stored yet')
        if (tries === storeTries) return
        await new Promise((resolve) => {
          setTimeout(resolve, storeAgainMs)
        })
      }
    }
  }

  return {
    store(incoming: Incoming, heardOn: string): void {
      const done: Promise<void> = keep(incoming, heardOn).finally(() => storing.delete(done))
      storing.add(done)
    },
    stored: async (): Promise<void> => {
      await Promise.all(storing)
    },
  }
}
