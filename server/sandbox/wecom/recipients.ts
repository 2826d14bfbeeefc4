/**
 * Who an app message is for (reference 02). The corp has one department (1, the root) and no tags. 82001 when nobody is named
 * and 40032 for a list that is too long are our assumption.
 */
import type { Member } from '../core/corp-state.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'

const most = { touser: 1000, toparty: 100, totag: 100 }
const rootDepartment = '1'

export interface Recipients {
  members: Member[]
  /** As the answer names them: joined and lower-cased. */
  invalid: { invaliduser: string; invalidparty: string; invalidtag: string }
}

export function recipientsOf(world: World, body: Record<string, unknown>): Recipients {
  const [users, parties, tags] = [idsOf(body, 'touser'), idsOf(body, 'toparty'), idsOf(body, 'totag')]
  if (users.length + parties.length + tags.length === 0)
    throw new PlatformError(82001, 'touser, toparty and totag are empty')

  const { members } = world.state.corp
  const everybody = users.includes('@all') || parties.includes(rootDepartment)
  const named = members.filter(({ id }) => everybody || users.includes(id.toLowerCase()))
  if (named.length === 0) throw new PlatformError(81013, 'all recipients are invalid')
  return {
    members: named,
    invalid: {
      invaliduser: users
        .filter((id) => id !== '@all' && !members.some((member) => member.id.toLowerCase() === id))
        .join('|'),
      invalidparty: parties.filter((id) => id !== rootDepartment).join('|'),
      invalidtag: tags.join('|'),
    },
  }
}

function idsOf(body: Record<string, unknown>, key: keyof typeof most): string[] {
  const value = body[key]
  const ids =
    typeof value === 'string'
      ? value
          .split('|')
          .map((id) => id.trim().toLowerCase())
          .filter(Boolean)
      : []
  if (ids.length > most[key]) throw new PlatformError(40032, `${key} has more than ${most[key]} ids`)
  return [...new Set(ids)]
}
