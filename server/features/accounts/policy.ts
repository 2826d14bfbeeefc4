/** Who manages members: HR administrators (security), not those who run the system, and not those who audit (C19). */
import type { Rule } from '../../ports/staff.js'

export const accountsPolicy = {
  manageMembers: { roles: ['hr-admin'], perPosition: false },
} as const satisfies Record<string, Rule>
