/**
 * The phones as things: which screen each one shows, and its mini-program, which stays in memory behind the chats until the
 * phone is restarted. Every person has a phone; changing the candidate only looks at another one.
 */
import { computed, reactive, watch } from 'vue'
import type { InboxMessage } from '../../../../shared/contracts/sandbox.js'
import { state } from '../sandbox-state.js'

export type Inbox = 'notices' | 'sms' | 'mail'
export type Screen = 'home' | Inbox | 'app' | 'off'

interface PhoneScreen {
  screen: Screen
  /** What the mini-program was opened with; unset when it is not in memory. */
  path?: string
  /** Raised when it is opened anew, so that the frame is made again. */
  opened: number
}

const startPage = '/pages/positions/positions'
const bootMs = 900
const readKey = 'xiaozhao-sandbox-read'

const phones = reactive<Record<string, PhoneScreen>>({})
const read = reactive<Record<string, string>>(
  JSON.parse(localStorage.getItem(readKey) ?? '{}') as Record<string, string>,
)

watch(
  () => state.personId,
  (id) => {
    phones[id] ??= { screen: 'home', opened: 0 }
  },
  { immediate: true, flush: 'sync' },
)

export const current = computed(() => phones[state.personId]!)
export const runningApps = computed(() =>
  Object.entries(phones).flatMap(([personId, { path, opened, screen }]) =>
    path === undefined ? [] : [{ personId, path, opened, inFront: personId === state.personId && screen === 'app' }],
  ),
)

export function show(screen: Screen): void {
  current.value.screen = screen
  if (screen in channelOf) markRead(screen as Inbox)
}

export function markRead(screen: Inbox): void {
  const last = messagesOf(screen).at(-1)
  if (!last) return
  read[`${state.personId}:${screen}`] = last.at
  localStorage.setItem(readKey, JSON.stringify(read))
}

/** Without a path what is in memory comes to the front, else it starts at the positions. */
export function openApp(path?: string): void {
  const phone = current.value
  if (path !== undefined || phone.path === undefined) {
    phone.path = path === undefined ? startPage : `/${path}`
    phone.opened += 1
  }
  phone.screen = 'app'
}

export function restart(): void {
  const phone = current.value
  delete phone.path
  phone.screen = 'off'
  setTimeout(() => {
    if (phone.screen === 'off') phone.screen = 'home'
  }, bootMs)
}

/** Everybody's, after the sandbox was emptied. */
export function forgetAll(): void {
  for (const id of Object.keys(phones)) phones[id] = { screen: 'home', opened: 0 }
  for (const key of Object.keys(read)) delete read[key]
  localStorage.removeItem(readKey)
}

const channelOf = { notices: 'subscription', sms: 'sms', mail: 'email' } as const
export const inboxOf = { subscription: 'notices', sms: 'sms', email: 'mail' } as const

export const messagesOf = (screen: Inbox): InboxMessage[] =>
  state.inbox.filter(({ channel }) => channel === channelOf[screen])

export const unreadOf = (screen: Inbox): number =>
  messagesOf(screen).filter(({ at }) => at > (read[`${state.personId}:${screen}`] ?? '')).length
