/** What a person sees and taps, through the sandbox's API. */
import type {
  FaultSetting,
  GroupPost,
  InboxMessage,
  SandboxClock,
  SandboxPerson,
} from '../../shared/contracts/sandbox.js'
import { httpJson } from './http-json.js'

export type SandboxClient = ReturnType<typeof sandboxClient>

export function sandboxClient(url: string) {
  const post = <Reply>(path: string, body: unknown = {}) => httpJson<Reply>(`${url}${path}`, { method: 'POST', body })

  return {
    people: () => httpJson<SandboxPerson[]>(`${url}/api/people`),
    addPerson: (name: string, phone: string, email?: string) =>
      post<SandboxPerson>('/api/people', { name, phone, ...(email && { email }) }),
    inbox: (id: string) => httpJson<InboxMessage[]>(`${url}/api/people/${id}/inbox`),
    tap: (id: string, messageId: string) => post<{ opens: string }>(`/api/people/${id}/tap`, { messageId }),
    loginCode: async (id: string) => (await post<{ code: string }>(`/api/people/${id}/wx/login`)).code,
    accept: (id: string, templateIds: string[]) =>
      post<Record<string, string>>(`/api/people/${id}/wx/subscribe`, {
        choices: Object.fromEntries(templateIds.map((template) => [template, 'accept'])),
      }),
    group: (id: string) => httpJson<GroupPost[]>(`${url}/api/groups/${id}/messages`),
    faults: () => httpJson<FaultSetting[]>(`${url}/api/faults`),
    setFault: (fault: FaultSetting) => post('/api/faults', fault),
    setClock: (clock: Partial<SandboxClock>) => post('/api/clock', clock),
    clock: () => httpJson<SandboxClock>(`${url}/api/clock`),
    calls: () => httpJson<{ at: string; endpoint: string; errcode: number | string }[]>(`${url}/api/calls`),
    setSpeech: (says: string[]) => post('/api/speech', { says }),
    reset: () => post('/api/reset'),
  }
}
