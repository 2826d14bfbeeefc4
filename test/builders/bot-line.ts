/** Processes that share a bot's place on a real store, and a platform in memory with one connection a bot. */
import type { SendOutcome } from '../../server/ports/messenger.js'
import type { BotAnswer, BotListeners, GroupBot, Incoming } from '../../server/ports/group-bot.js'
import { leaseStore } from '../../server/mongo/lease-store.js'
import { botInboxStore, botLeader, type BotLeader } from '../../server/features/bot/index.js'
import { testStore } from '../store.js'
import { testVault } from '../vault.js'

const textOf = (answer: BotAnswer) => (answer.kind === 'text' ? answer.markdown.split('\n')[0]! : answer.card.title)

/** A platform with one connection a bot, which remembers what was answered. */
function platform() {
  const seen: { way: 'reply' | 'push'; what: string; msgid?: string }[] = []
  const state = {
    seen,
    outcome: (): SendOutcome => ({ kind: 'sent' }),
    connections: [] as { listeners: BotListeners; open: boolean; requests: Set<string> }[],
  }
  const bot: GroupBot = {
    connect(listeners) {
      const mine = { listeners, open: true, requests: new Set<string>() }
      state.connections
        .filter(({ open }) => open)
        .forEach((older) => {
          older.open = false
          older.listeners.lost('replaced')
        })
      state.connections.push(mine)
      queueMicrotask(() => listeners.opened())
      const send = async (way: 'reply' | 'push', answer: BotAnswer, msgid?: string): Promise<SendOutcome> => {
        if (!mine.open) return { kind: 'unknown', code: 'cut' }
        const outcome = state.outcome()
        if (outcome.kind === 'sent' || (outcome.kind === 'unknown' && outcome.code === 'arrived'))
          seen.push({ way, what: textOf(answer), ...(msgid && { msgid }) })
        return outcome
      }
      return {
        isOpen: () => mine.open,
        wayFor: (msgid) => (mine.requests.has(msgid) ? 'reply' : 'push'),
        reply: ({ msgid }, answer) => send('reply', answer, msgid),
        push: (_chat, answer) => send('push', answer),
        close: () => {
          mine.open = false
        },
      }
    },
  }
  return {
    bot,
    state,
    tell(incoming: Incoming) {
      const open = state.connections.find((one) => one.open)!
      open.requests.add(incoming.msgid)
      open.listeners.received(incoming)
    },
  }
}

/** `stop` ends every leader that was made by `leaderNow`, and those that a test pushed onto `leaders`. */
export async function botLine(realClock: { now(): Date }) {
  const connection = await testStore()
  const inbox = botInboxStore(connection, testVault(connection))
  const leases = leaseStore(connection)
  await Promise.all([inbox.ready(), leases.ready()])
  const outside = platform()
  const leaders: BotLeader[] = []
  let tokens = 0

  return {
    connection,
    inbox,
    leases,
    outside,
    leaders,
    leaderNow: (): BotLeader => {
      const leader = botLeader({
        orgId: 'o1',
        bot: outside.bot,
        leases,
        inbox,
        realClock,
        wake: () => {},
        log: silent,
        randomToken: () => `t${(tokens += 1)}`,
      })
      leaders.push(leader)
      return leader
    },
    stop: () => Promise.all(leaders.map((leader) => leader.stop())),
  }
}

export type BotLine = Awaited<ReturnType<typeof botLine>>

export const silent = { info() {}, error() {} }
