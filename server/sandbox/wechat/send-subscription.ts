/** subscribe/send (reference 06): one accept carries one message; what is refused costs no accept. */
import { setTimeout as delay } from 'node:timers/promises'
import type { InboxMessage } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'
import type { Person } from '../core/state.js'
import type { World } from '../core/world.js'
import type { Timing } from '../http/hold.js'
import { receive } from '../people/people.js'
import { templateById, titleOf, type Template } from './templates.js'
import { isAllowedValue } from './template-values.js'

const releases = ['developer', 'trial', 'formal']
const languages = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']
const pagePattern = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)+(\?\S*)?$/

const sending = new WeakMap<World, Set<string>>()

export async function sendSubscription(
  world: World,
  body: Record<string, unknown>,
  { sendingMs }: Pick<Timing, 'sendingMs'>,
): Promise<void> {
  const person = world.state.people.find(({ openid }) => openid === body.touser)
  if (!person) throw new PlatformError(40003, 'invalid openid')
  const template = templateById(body.template_id)
  if (!template) throw new PlatformError(40037, 'invalid template_id')
  const opens = pageOf(body)
  checkOptions(body)
  const fields = fieldsOf(template, body.data)

  await oneAtATime(world, person, async () => {
    await delay(sendingMs)
    spendCredit(person, template.id)
    receive(world, person, {
      channel: 'subscription',
      title: titleOf(world.state, template),
      fields,
      ...(opens && { opens }),
    })
  })
}

async function oneAtATime(world: World, person: Person, deliver: () => Promise<void>): Promise<void> {
  const busy = sending.get(world) ?? new Set()
  sending.set(world, busy)
  if (busy.has(person.openid)) throw new PlatformError(43108, 'concurrent send subscribe message to same user')

  busy.add(person.openid)
  try {
    await deliver()
  } finally {
    busy.delete(person.openid)
  }
}

function spendCredit(person: Person, templateId: string): void {
  if (person.subscriptionsOff) throw new PlatformError(43107, 'user banned the subscribe message')
  const left = person.credits[templateId] ?? 0
  if (left < 1) throw new PlatformError(43101, 'user refuse to accept the msg')

  person.credits[templateId] = left - 1
}

function pageOf({ page }: Record<string, unknown>): string | undefined {
  if (page === undefined || page === '') return undefined
  const path = typeof page === 'string' ? page.replace(/^\//, '') : ''
  if (!pagePattern.test(path)) throw new PlatformError(41030, 'invalid page')
  return path
}

function checkOptions({ miniprogram_state: release = 'formal', lang = 'zh_CN' }: Record<string, unknown>): void {
  if (!releases.includes(String(release))) throw new PlatformError(47003, 'argument invalid! miniprogram_state')
  if (!languages.includes(String(lang))) throw new PlatformError(47003, 'argument invalid! lang')
}

function fieldsOf(template: Template, data: unknown): InboxMessage['fields'] {
  const given = typeof data === 'object' && data !== null ? (data as Record<string, { value?: unknown }>) : {}
  const unknown = Object.keys(given).find((key) => !template.fields.some((field) => field.key === key))
  if (unknown) throw new PlatformError(47003, 'argument invalid! data has a key that the template has not')

  return template.fields.map((field) => {
    const value = given[field.key]?.value
    if (value === '') throw new PlatformError(47003, `argument invalid! data.${field.key}.value is empty`)
    if (typeof value !== 'string' || !isAllowedValue(field, value))
      throw new PlatformError(47003, `argument invalid! data.${field.key}.value`)
    return { label: field.label, value }
  })
}
