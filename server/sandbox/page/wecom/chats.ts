/** Which chat of the chosen member is open, and up to where each was read. */
import { computed, reactive, ref, watch } from 'vue'
import { state } from '../sandbox-state.js'

export const chats = ['group', 'bot', 'app', 'authenticator'] as const
export type Chat = (typeof chats)[number]

const readKey = 'xiaozhao-sandbox-read-wecom'

export const openChat = ref<Chat>('group')
const read = reactive<Record<string, string>>(
  JSON.parse(localStorage.getItem(readKey) ?? '{}') as Record<string, string>,
)

const messages = computed<Record<Chat, { at: string }[]>>(() => ({
  group: state.posts,
  bot: state.botChat,
  app: state.appChat,
  authenticator: [],
}))
const keyOf = (chat: Chat) => `${state.memberId}:${chat}`

export const unreadIn = (chat: Chat): number =>
  messages.value[chat].filter(({ at }) => at > (read[keyOf(chat)] ?? '')).length

/** What stands in the chat in front of one's eyes is read. */
watch(
  () => [keyOf(openChat.value), messages.value[openChat.value].at(-1)?.at] as const,
  ([key, at]) => {
    if (at === undefined) return
    read[key] = at
    localStorage.setItem(readKey, JSON.stringify(read))
  },
  { immediate: true },
)
