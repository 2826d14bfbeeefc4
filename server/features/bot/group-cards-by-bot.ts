/** A card with buttons needs the bot; whatever it cannot bring goes as text by the group's webhook. */
import type { GroupMessenger } from '../../ports/messenger.js'
import type { BotLeader } from './lead-bot.js'

export function groupCardsByBot({ bot, webhook }: { bot: Pick<BotLeader, 'push'>; webhook: GroupMessenger }): GroupMessenger {
  return {
    async send(message) {
      const { card, groupId } = message
      const pushed = card && (await bot.push({ id: groupId, kind: 'group' }, { kind: 'card', card }))
      if (pushed && pushed.kind !== 'refused') return pushed
      return webhook.send(message) // refused: nothing arrived, for example because nobody has talked to the bot there yet
    },
  }
}
