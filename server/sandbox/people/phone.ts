/** The phone itself: flight mode, and the main switch for subscription messages. */
import type { Person } from '../core/state.js'
import type { World } from '../core/world.js'
import type { PhoneView } from '../views.js'

interface PhoneChange {
  online?: boolean
  subscriptions?: 'on' | 'off'
}

export function changePhone(
  world: World,
  person: Person,
  { online = person.online, subscriptions }: PhoneChange,
): Person {
  if (!online && person.online) person.offlineSince = world.now()
  if (online) delete person.offlineSince
  person.online = online
  if (subscriptions) person.subscriptionsOff = subscriptions === 'off'

  world.changed({ kind: 'phone', id: person.id })
  return person
}

export const presentPhone = (
  { state }: Pick<World, 'state'>,
  { online, subscriptionsOff, credits, phone }: Person,
): PhoneView => ({
  online,
  phoneNumber: phone,
  mayTellNumber: state.settings.phoneNumber ?? 'may',
  subscriptions: subscriptionsOff ? 'off' : 'on',
  credits,
})
