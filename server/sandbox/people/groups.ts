/** HR's group chats: what the bot and the members wrote. */
import type { GroupPost } from '../../../shared/contracts/sandbox.js'
import type { Group } from '../core/state.js'
import type { World } from '../core/world.js'
import { notFound } from '../http/api-error.js'

const mostPosts = 1000

export function postInGroup(world: World, group: Group, post: Omit<GroupPost, 'id' | 'at'>): GroupPost {
  const stored = { id: world.newId(), at: world.nowIso(), ...post }
  group.posts = [...group.posts.slice(1 - mostPosts), stored]
  world.changed({ kind: 'group', id: group.id })
  return stored
}

export function groupById(world: World, id: string): Group {
  const group = world.state.groups.find((known) => known.id === id)
  if (!group) throw notFound('group')
  return group
}
