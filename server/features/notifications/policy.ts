/** Who is told by our app what concerns a position. */
import type { Rule } from '../../ports/staff.js'

export const notificationsPolicy = {
  areTold: { roles: ['hr-admin', 'recruiter'], perPosition: true },
} as const satisfies Record<string, Rule>
