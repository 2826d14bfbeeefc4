import type { SandboxMember } from '../../../shared/contracts/sandbox.js'
import type { Member } from '../core/corp-state.js'
import type { World } from '../core/world.js'
import { notFound } from '../http/api-error.js'

export function memberById(world: World, id: string): Member {
  const member = world.state.corp.members.find((known) => known.id === id)
  if (!member) throw notFound('member')
  return member
}

export const presentMember = ({ id, name, title }: Member): SandboxMember => ({ id, name, title })
