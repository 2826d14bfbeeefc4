import { nextTick, reactive } from 'vue'
import { openChat } from '../wecom/chats.js'

export type Talk = 'group' | 'bot'

export const sayFieldId = 'say'

/** What is being typed, in each chat. */
export const drafts = reactive<Record<Talk, string>>({ group: '', bot: '' })

/** Puts words into the field of a chat, ready to be changed or sent. */
export async function compose(words: string, chat: Talk = 'group'): Promise<void> {
  openChat.value = chat
  drafts[chat] = words
  await nextTick()
  document.getElementById(sayFieldId)?.focus()
}
