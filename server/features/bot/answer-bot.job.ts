import type { BotAnswer, BotConnection } from '../../ports/group-bot.js'
import { maxAttempts } from '../../mongo/claim-one.js'
import type { Clock } from '../../ports/clock.js'
import type { BotDeps } from './bot-deps.js'
import type { BotInboxStore, ClaimedIncoming } from './bot-inbox-store.js'
import { cannotAnswerNow, onlyText } from './cannot/fixed-answers.js'
import { pressButton } from './press-button.js'
import { runCommand } from './run-command.js'
import { textOf } from './run-on-people.js'
import { workThrough } from '../../jobs/work-through.js'

export interface AnswerDeps {
  orgId: string
  botDeps: BotDeps
  inbox: BotInboxStore
  line: () => { connection: BotConnection; token: string } | undefined
  realClock: Clock
  log: { error(fields: object, text: string): void }
}

/**
 * Works off what came in, on the process that leads. The command runs under the message's own key, so a second run does nothing
 * twice; its answer is kept before it is sent, and sent at most once (ADR 015).
 */
export async function answerBot(deps: AnswerDeps): Promise<void> {
  await workThrough({
    claim: async () => (deps.line() ? deps.inbox.claimNext(deps.orgId, deps.realClock.now()) : undefined),
    async work(claimed) {
      const ready = claimed.answer ? claimed : await prepare(deps, claimed)
      if (ready) await send(deps, ready)
    },
  })
}

const tryAgainMs = 2_000

/** Undefined when it is tried again later, or was taken over meanwhile. */
async function prepare(deps: AnswerDeps, claimed: ClaimedIncoming): Promise<ClaimedIncoming | undefined> {
  const answer = await answerTo(deps.botDeps, claimed).catch((err: unknown) => {
    deps.log.error({ err }, 'a command of the bot failed')
    return claimed.claims < maxAttempts ? undefined : sorry(deps.botDeps, claimed.orgId)
  })
  if (!answer) {
    await deps.inbox.later(claimed, new Date(deps.realClock.now().getTime() + tryAgainMs))
    return undefined
  }
  const kept = await deps.inbox.markReady(claimed, await deps.inbox.sealAnswer(claimed, answer))
  return kept ? { ...claimed, answer } : undefined
}

async function answerTo(deps: BotDeps, { orgId, incoming }: ClaimedIncoming): Promise<BotAnswer> {
  const { chat, userid, msgid, what } = incoming
  switch (what.kind) {
    case 'text':
      return runCommand(deps, { orgId, chat, userid, msgid, text: what.text })
    case 'entered':
      return runCommand(deps, { orgId, chat, userid, msgid, text: '' })
    case 'press':
      return pressButton(deps, { orgId, chat, userid, msgid, cardId: what.cardId, key: what.key })
    case 'other':
      return textOf(onlyText, await deps.organisationOf(orgId))
  }
}

const sorry = async (deps: BotDeps, orgId: string): Promise<BotAnswer> =>
  textOf(cannotAnswerNow, await deps.organisationOf(orgId))

async function send(
  { inbox, line, realClock, log }: AnswerDeps,
  { answer, ...claimed }: ClaimedIncoming,
): Promise<void> {
  const now = line()
  if (!now || !answer) return inbox.again(claimed, { at: realClock.now(), pushOnly: claimed.pushOnly })
  const way = claimed.pushOnly ? 'push' : now.connection.wayFor(claimed.incoming.msgid, answer)
  if (!(await inbox.markAnswering(claimed, { way, answeredOn: now.token }))) return

  const outcome = await (way === 'reply'
    ? now.connection.reply(claimed.incoming, answer)
    : now.connection.push(claimed.incoming.chat, answer))
  switch (outcome.kind) {
    case 'sent':
      return inbox.settle(claimed, 'answered')
    case 'unknown':
      return inbox.settle(claimed, 'unconfirmed', outcome.code)
    case 'try-later':
      return inbox.again(claimed, {
        at: new Date(realClock.now().getTime() + outcome.afterMs),
        pushOnly: claimed.pushOnly,
      })
    case 'refused':
      if (way === 'reply' && outcome.reason === 'spent')
        return inbox.again(claimed, { at: realClock.now(), pushOnly: true })
      log.error({ code: outcome.code, way }, 'the platform does not take an answer of the bot')
      return inbox.settle(claimed, 'failed', outcome.code)
  }
}
