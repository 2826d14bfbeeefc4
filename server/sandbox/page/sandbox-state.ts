/** What the page knows of the sandbox: read at the start, then again whenever the sandbox says that something changed. */
import { computed, reactive, watch } from 'vue'
import type {
  FaultSetting,
  GroupPost,
  InboxMessage,
  MemberMessage,
  PlatformCall,
  SandboxMember,
} from '../../../shared/contracts/sandbox.js'
import type { GroupView, PersonView, PhoneView, SandboxChange, StepsView } from '../views.js'
import { api } from './api.js'

/** What no event tells: the product's own pages, and who is connected. */
const pollEveryMs = 4_000
const togetherMs = 60
const tickMs = 1_000
const personKey = 'xiaozhao-sandbox-person'
const memberKey = 'xiaozhao-sandbox-member'

interface State {
  /** `lost`: the sandbox does not respond; what was read stays. */
  link: 'loading' | 'ready' | 'lost'
  people: PersonView[]
  personId: string
  inbox: InboxMessage[]
  phone: PhoneView
  steps: StepsView | undefined
  group: GroupView | undefined
  members: SandboxMember[]
  memberId: string
  /** App messages of the chosen member. */
  appChat: MemberMessage[]
  /** The bot's single chat with them. */
  botChat: GroupPost[]
  isBotConnected: boolean
  posts: GroupPost[]
  faults: FaultSetting[]
  /** What the recordings to come are heard to say. */
  speech: string[]
  calls: PlatformCall[]
  clock: { now: number; speed: number; receivedAt: number }
  /** Simulated time, ticking. */
  now: number
}

export const state = reactive<State>({
  link: 'loading',
  people: [],
  personId: localStorage.getItem(personKey) ?? '',
  inbox: [],
  phone: { online: true, subscriptions: 'on', credits: {}, phoneNumber: '', mayTellNumber: 'may' },
  steps: undefined,
  group: undefined,
  members: [],
  memberId: localStorage.getItem(memberKey) ?? '',
  appChat: [],
  botChat: [],
  isBotConnected: true,
  posts: [],
  faults: [],
  speech: [],
  calls: [],
  clock: { now: Date.now(), speed: 1, receivedAt: Date.now() },
  now: Date.now(),
})

export const person = computed(() => state.people.find(({ id }) => id === state.personId))
export const member = computed(() => state.members.find(({ id }) => id === state.memberId))
export const isInGroup = computed(() => state.group?.members.some(({ id }) => id === state.memberId) ?? false)

type Kind = SandboxChange['kind'] | 'steps' | 'bot'

const readers: Record<Kind, () => Promise<void>> = {
  people: readPeople,
  inbox: readInbox,
  phone: readPhone,
  group: readGroup,
  member: readMemberChats,
  bot: readBot,
  faults: async () => {
    state.faults = await api.faults()
  },
  calls: async () => {
    state.calls = await api.calls()
  },
  speech: async () => {
    state.speech = (await api.speech()).says
  },
  clock: readClock,
  steps: readSteps,
  reset: readAll,
}

async function readPeople(): Promise<void> {
  state.people = await api.people()
  if (!person.value) state.personId = state.people[0]?.id ?? ''
}

async function readInbox(): Promise<void> {
  const { personId } = state
  const inbox = await api.inbox(personId)
  if (personId === state.personId) state.inbox = inbox
}

async function readPhone(): Promise<void> {
  const { personId } = state
  const phone = await api.phone(personId)
  if (personId === state.personId) state.phone = phone
}

async function readGroup(): Promise<void> {
  state.group ??= (await api.groups())[0]
  if (!state.group) return
  const { memberId } = state
  const posts = await api.posts(state.group.id, memberId)
  if (memberId === state.memberId) state.posts = posts
}

async function readMembers(): Promise<void> {
  state.members = await api.members()
  if (!member.value) state.memberId = state.members[0]?.id ?? ''
}

async function readMemberChats(): Promise<void> {
  const { memberId } = state
  const [appChat, botChat] = await Promise.all([api.appChat(memberId), api.botChat(memberId)])
  if (memberId === state.memberId) Object.assign(state, { appChat, botChat })
}

async function readBot(): Promise<void> {
  state.isBotConnected = (await api.bot()).connected
}

async function readClock(): Promise<void> {
  const { now, speed } = await api.clock()
  state.clock = { now: Date.parse(now), speed, receivedAt: Date.now() }
  tick()
}

async function readSteps(): Promise<void> {
  const { personId } = state
  const steps = await api.steps(personId)
  if (personId === state.personId) state.steps = steps
}

async function readAll(): Promise<void> {
  await Promise.all([readPeople(), readMembers()])
  await Promise.all([
    readInbox(),
    readPhone(),
    readGroup(),
    readMemberChats(),
    readBot(),
    readers.faults(),
    readers.speech(),
    readers.calls(),
    readClock(),
  ])
  state.link = 'ready'
  void readSoon('steps')
}

const waiting = new Set<Kind>()

/** Many changes at once are read once. */
export async function readSoon(kind: Kind): Promise<void> {
  if (waiting.has(kind)) return
  waiting.add(kind)
  await new Promise((resolve) => setTimeout(resolve, togetherMs))
  waiting.delete(kind)
  await readers[kind]().catch(() => {
    /* the event stream says when the sandbox is lost */
  })
}

function tick(): void {
  const { now, speed, receivedAt } = state.clock
  state.now = now + (Date.now() - receivedAt) * speed
}

export function follow(): void {
  const events = new EventSource('/api/events')
  events.onopen = () =>
    void readAll().catch(() => {
      state.link = 'lost'
    })
  events.onerror = () => {
    state.link = 'lost'
  }
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const { kind, id } = JSON.parse(data) as SandboxChange
    const others = (kind === 'inbox' || kind === 'phone') && id !== state.personId
    void readSoon(others ? 'people' : kind)
    if (kind === 'inbox') void readSoon('steps')
    if (kind === 'calls') void readSoon('bot')
  }
  setInterval(tick, tickMs)
  setInterval(() => {
    if (document.visibilityState !== 'visible' || state.link !== 'ready') return
    for (const kind of ['steps', 'bot'] as const) void readSoon(kind)
  }, pollEveryMs)
}

watch(
  () => state.personId,
  (id) => {
    localStorage.setItem(personKey, id)
    Object.assign(state, { inbox: [], steps: undefined })
    for (const kind of ['inbox', 'phone', 'steps'] as const) void readSoon(kind)
  },
)
watch(
  () => state.memberId,
  (id) => {
    localStorage.setItem(memberKey, id)
    Object.assign(state, { appChat: [], botChat: [] })
    for (const kind of ['member', 'group'] as const) void readSoon(kind)
  },
)
