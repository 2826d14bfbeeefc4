/** Cards with buttons, by the bot while this process leads it, into the chat that an administrator named. */
import type { GroupCardMessenger, SendOutcome } from '../../ports/messenger.js'
import type { GroupChatStore } from './group-chat-store.js'
import type { BotLeader } from './lead-bot.js'

const refused = (reason: 'recipient' | 'not-permitted', code: string): SendOutcome => ({
  kind: 'refused',
  reason,
  code,
})

export function groupCardsByBot(
  bot: Pick<BotLeader, 'push' | 'line'>,
  chats: Pick<GroupChatStore, 'chatIdOf'>,
): GroupCardMessenger {
  return {
    isReady: () => bot.line() !== undefined,
    async send({ orgId, card }) {
      const id = await chats.chatIdOf(orgId)
      if (id === undefined) return refused('recipient', 'chat-not-named')
      return (await bot.push({ id, kind: 'group' }, { kind: 'card', card })) ?? refused('not-permitted', 'not-leading')
    },
  }
}
