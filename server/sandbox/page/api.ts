/** The sandbox's own API, as the page uses it. Throws ApiFailure with the code of the answer. */
import type {
  AuthenticatorCode,
  FaultSetting,
  GroupPost,
  InboxMessage,
  MemberMessage,
  PlatformCall,
  SandboxClock,
  SandboxMember,
  SandboxPerson,
} from '../../../shared/contracts/sandbox.js'
import type { GroupView, PersonView, PhoneView, StepsView } from '../views.js'

export class ApiFailure extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}

const person = (id: string) => `/api/people/${encodeURIComponent(id)}`
const group = (id: string) => `/api/groups/${encodeURIComponent(id)}`
const member = (id: string) => `/api/members/${encodeURIComponent(id)}`

export const api = {
  people: () => get<PersonView[]>('/api/people'),
  addPerson: (who: Omit<SandboxPerson, 'id'>) => post<SandboxPerson>('/api/people', who),
  inbox: (id: string) => get<InboxMessage[]>(`${person(id)}/inbox`),
  tap: (id: string, messageId: string) => post<{ opens: string }>(`${person(id)}/tap`, { messageId }),
  phone: (id: string) => get<PhoneView>(`${person(id)}/phone`),
  setOnline: (id: string, online: boolean) => post<PhoneView>(`${person(id)}/phone`, { online }),
  steps: (id: string) => get<StepsView>(`${person(id)}/steps`),
  groups: () => get<GroupView[]>('/api/groups'),
  /** A card may have another form for each member. */
  posts: (id: string, as: string) => get<GroupPost[]>(`${group(id)}/messages?as=${encodeURIComponent(as)}`),
  say: (id: string, from: string, content: string) => post<GroupPost>(`${group(id)}/messages`, { from, content }),
  tapInGroup: (id: string, tap: { postId: string; key: string; from: string }) =>
    post<unknown>(`${group(id)}/tap`, tap),
  botChat: (id: string) => get<GroupPost[]>(`${member(id)}/bot`),
  openBotChat: (id: string) => post<unknown>(`${member(id)}/bot/open`, {}),
  sayToBot: (id: string, content: string) => post<GroupPost>(`${member(id)}/bot`, { content }),
  tapInBotChat: (id: string, tap: { postId: string; key: string }) => post<unknown>(`${member(id)}/bot/tap`, tap),
  bot: () => get<{ connected: boolean }>('/api/aibot'),
  cutBot: () => post<undefined>('/api/aibot/cut', {}),
  members: () => get<SandboxMember[]>('/api/members'),
  appChat: (id: string) => get<MemberMessage[]>(`${member(id)}/inbox`),
  tapInApp: (id: string, tap: { messageId: string; key: string }) => post<unknown>(`${member(id)}/tap`, tap),
  authenticator: (id: string) => get<AuthenticatorCode[]>(`${member(id)}/authenticator`),
  addSecret: (id: string, secret: string) => post<unknown>(`${member(id)}/authenticator`, { secret }),
  faults: () => get<FaultSetting[]>('/api/faults'),
  setFault: (setting: FaultSetting) => post<FaultSetting[]>('/api/faults', setting),
  speech: () => get<{ says: string[] }>('/api/speech'),
  setSpeech: (says: string[]) => post<{ says: string[] }>('/api/speech', { says }),
  clock: () => get<SandboxClock>('/api/clock'),
  setClock: (change: { speed?: number; jumpMs?: number }) => post<SandboxClock>('/api/clock', change),
  calls: () => get<PlatformCall[]>('/api/calls'),
  reset: () => post<undefined>('/api/reset', {}),
}

const get = <Reply>(path: string) => ask<Reply>(path)
const post = <Reply>(path: string, body: object) =>
  ask<Reply>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

async function ask<Reply>(path: string, init?: RequestInit): Promise<Reply> {
  const reply = await fetch(path, init).catch(() => {
    throw new ApiFailure('sandbox-down')
  })
  if (reply.status === 204) return undefined as Reply
  const body = (await reply.json().catch(() => ({}))) as { error?: { code?: string } }
  if (!reply.ok) throw new ApiFailure(body.error?.code ?? 'sandbox-down')
  return body as Reply
}
