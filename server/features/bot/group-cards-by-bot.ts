/** Cards with buttons, by the bot while this process leads it. */
import type { GroupCardMessenger } from '../../ports/messenger.js'
import type { BotLeader } from './lead-bot.js'

export function groupCardsByBot(bot: Pick<BotLeader, 'push' | 'line'>): GroupCardMessenger {
  return {
    isReady: () => bot.line() !== undefined,
    send: async ({ groupId, card }) =>
      (await bot.push({ id: groupId, kind: 'group' }, { kind: 'card', card })) ?? {
        kind: 'refused',
        reason: 'not-permitted',
        code: 'not-leading',
      },
  }
}
