import { randomUUID } from 'node:crypto'

interface StubTemplate {
  id: string
  title: string
  fields: string[]
}

interface StubPhone {
  online: boolean
  environment: 'wechat' | 'wxwork'
  subscriptions: 'on' | 'off'
  choices: Record<string, 'accept' | 'reject'>
  phoneNumber: string
  mayTellNumber: 'may' | 'may-not' | 'no-quota'
}

const TEMPLATES: StubTemplate[] = [
  { id: 'invitation', title: '面试邀请通知', fields: ['岗位', '截止时间', '备注'] },
  { id: 'result', title: '面试结果通知', fields: ['岗位', '结果', '时间'] },
]

/** The sandbox's part of the phone's API, in memory: sign-in codes, subscriptions, flight mode. For tests without a sandbox. */
export function stubHost(templates: StubTemplate[] = TEMPLATES) {
  const phones = new Map<string, StubPhone>()
  const codes = new Map<string, string>()

  function phoneOf(person: string) {
    const phone = phones.get(person) ?? {
      online: true,
      environment: 'wechat',
      subscriptions: 'on',
      choices: {},
      phoneNumber: '13800138000',
      mayTellNumber: 'may',
    }
    phones.set(person, phone)
    return phone
  }

  function login(person: string) {
    const code = randomUUID()
    codes.set(code, person)
    return { code }
  }

  /** WeChat exchanges a code once (40029 afterwards). */
  function exchange(code: string) {
    const person = codes.get(code)
    codes.delete(code)
    return person
  }

  function subscribe(
    person: string,
    { tmplIds, choices }: { tmplIds: string[]; choices: Record<string, 'accept' | 'reject'> },
  ) {
    const results = Object.fromEntries(tmplIds.map((id) => [id, choices[id] ?? 'reject']))
    Object.assign(phoneOf(person).choices, results)
    return { ...results, errMsg: 'requestSubscribeMessage:ok' }
  }

  return { templates: () => templates, phoneOf, login, phoneNumber: login, exchange, subscribe }
}

export type StubHost = ReturnType<typeof stubHost>
