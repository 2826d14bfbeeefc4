import type { GeneralCommand } from '../command.js'
import { notUnderstood } from '../cannot/fixed-answers.js'
import { botPolicy } from '../policy.js'
import { texts } from '../texts/index.js'

/** "Here is the list" names no group. */
const saysMore = /[^\s\p{P}]/u

/** Cards with buttons need the chat's id, which WeCom tells in the chat only. Until this was said the webhook carries them. */
export const here: GeneralCommand = {
  verb: 'here',
  words: ['这里是招聘群', '这是招聘群', 'this is the hiring group', 'here'],
  usage: texts.commands.here.usage,
  does: texts.commands.here.does,
  may: botPolicy.nameGroup,
  action: 'group-chat.name',
  about: 'all',
  changes: true,

  async answer(deps, { orgId, chat, member, now }, { rest }) {
    if (saysMore.test(rest)) return { lines: notUnderstood() }
    if (chat.kind === 'single') return { lines: [texts.commands.here.noGroup, texts.commands.here.sayItThere] }
    await deps.groupChats.name(orgId, { chatId: chat.id, by: member.memberId, at: now })
    return { lines: [texts.commands.here.done, texts.commands.here.effect] }
  },
}
