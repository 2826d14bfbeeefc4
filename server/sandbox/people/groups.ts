import type { Group } from '../core/state.js'
import type { World } from '../core/world.js'
import { notFound } from '../http/api-error.js'

export function groupById(world: World, id: string): Group {
  const group = world.state.groups.find((known) => known.id === id)
  if (!group) throw notFound('group')
  return group
}
