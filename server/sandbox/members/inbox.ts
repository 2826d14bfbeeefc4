/** Messages of the app in a member's chat. */
import type { CardView, MemberMessage } from '../../../shared/contracts/sandbox.js'
import type { Member } from '../core/corp-state.js'
import type { World } from '../core/world.js'

const mostMessages = 500

export function receive(world: World, member: Member, message: Omit<MemberMessage, 'id' | 'at'>): MemberMessage {
  const stored = { id: world.newId(), at: world.nowIso(), ...message }
  setInbox(world, member, [...member.inbox.slice(1 - mostMessages), stored])
  return stored
}

export function changeCard(world: World, member: Member, messageId: string, card: CardView): void {
  setInbox(
    world,
    member,
    member.inbox.map((message) => (message.id === messageId ? { ...message, card } : message)),
  )
}

/** A recalled message is gone for its reader. */
export function takeBack(world: World, member: Member, messageId: string): void {
  setInbox(
    world,
    member,
    member.inbox.filter(({ id }) => id !== messageId),
  )
}

function setInbox(world: World, member: Member, inbox: MemberMessage[]): void {
  member.inbox = inbox
  world.changed({ kind: 'member', id: member.id })
}
