import { nextTick, ref } from 'vue'
import { openChat } from '../wecom/chats.js'

export const sayFieldId = 'say'

/** What is being typed in the group. */
export const draft = ref('')

/** Puts words into the group's field, ready to be changed or sent. */
export async function compose(words: string): Promise<void> {
  openChat.value = 'group'
  draft.value = words
  await nextTick()
  document.getElementById(sayFieldId)?.focus()
}
