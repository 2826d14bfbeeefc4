/** The people with a phone: how they come to be, and what reaches them. */
import { createHash } from 'node:crypto'
import type { InboxMessage, SandboxPerson } from '../../../shared/contracts/sandbox.js'
import { newPerson, type Person } from '../core/state.js'
import type { World } from '../core/world.js'
import { ApiError, notFound } from '../http/api-error.js'

const mostMessages = 500
const openidLength = 28

export function personById(world: World, id: string): Person {
  const person = world.state.people.find((known) => known.id === id)
  if (!person) throw notFound('person')
  return person
}

/** A phone that only had an SMS so far gets its name; otherwise a number belongs to one person. */
export function addPerson(world: World, { name, phone, email }: Omit<SandboxPerson, 'id'>): Person {
  const known = world.state.people.find((person) => person.phone === phone)
  if (known && !known.unnamed) throw new ApiError('phone-taken', 409, 'this phone number belongs to somebody already')
  if (known) {
    Object.assign(known, { name, unnamed: false, ...(email && { email }) })
    world.changed({ kind: 'people', id: known.id })
    return known
  }
  return insertPerson(world, { name, phone, unnamed: false, ...(email && { email }) })
}

/** An SMS reaches whoever has the number, known or not. */
export function personWithPhone(world: World, phone: string): Person {
  return (
    world.state.people.find((person) => person.phone === phone) ??
    insertPerson(world, { name: `尾号 ${phone.slice(-4)}`, phone, unnamed: true })
  )
}

/** Nobody is made for an address: mail to one that nobody has is refused. */
export const personWithEmail = (world: World, address: string): Person | undefined =>
  world.state.people.find(({ email }) => email?.toLowerCase() === address.toLowerCase())

export function receive(world: World, person: Person, message: Omit<InboxMessage, 'id' | 'at'>): void {
  person.inbox = [...person.inbox.slice(1 - mostMessages), { id: world.newId(), at: world.nowIso(), ...message }]
  world.changed({ kind: 'inbox', id: person.id })
}

/** What the owner sees: in flight mode nothing that came after it was switched on. */
export function visibleInbox(person: Person): InboxMessage[] {
  const { online, offlineSince } = person
  if (online || offlineSince === undefined) return person.inbox
  return person.inbox.filter(({ at }) => Date.parse(at) <= offlineSince)
}

function insertPerson(world: World, who: Pick<Person, 'name' | 'phone' | 'unnamed' | 'email'>): Person {
  const id = `p-${world
    .newId(6)
    .replace(/[^A-Za-z0-9]/g, 'x')
    .toLowerCase()}`
  const openid = `o${createHash('sha256').update(`openid\0${id}`).digest('base64url')}`.slice(0, openidLength)
  const person = newPerson({ id, openid, ...who })
  world.state.people = [...world.state.people, person]
  world.changed({ kind: 'people', id })
  return person
}
