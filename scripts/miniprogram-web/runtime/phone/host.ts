import type { Choices, Template } from '../shell/subscribe-sheet.js'
import { base, personId } from './address.js'

/**
 * The phone host plays WeChat's own part: sign-in codes, subscription records, flight mode. The sandbox is one, serve.ts has a stub.
 * Same origin as the page, so no address is configured.
 */
const person = `/api/people/${encodeURIComponent(personId)}`

interface PhoneState {
  online: boolean
  environment?: string
  /** the person's main switch for subscription messages */
  subscriptions?: 'on' | 'off'
  /** that of this WeChat */
  phoneNumber?: string
  mayTellNumber?: 'may' | 'may-not' | 'no-quota'
}

export const host = {
  login: () => call<{ code: string }>(`${person}/wx/login`, {}),
  phoneNumber: () => call<{ code: string }>(`${person}/wx/phone-number`, {}),
  subscribe: (tmplIds: string[], choices: Choices) =>
    call<Record<string, string>>(`${person}/wx/subscribe`, { tmplIds, choices }),
  templates: () => call<Template[]>('/api/templates'),
  phone: () => call<PhoneState>(`${person}/phone`),
  ext: () => call<Record<string, unknown>>(`${base}ext.json`),
}

async function call<T>(path: string, body?: object): Promise<T> {
  const init = body
    ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    : {}
  const response = await fetch(path, init)
  if (!response.ok) throw new Error(`phone host answers ${response.status} to ${path}`)
  return (await response.json()) as T
}
