/** Who may see and change what is administered without code (E18). Recruiters may look at their positions. */
import type { Rule } from '../../ports/staff.js'

export const configurationPolicy = {
  changeFiles: { roles: ['hr-admin'], perPosition: false },
  readPositions: { roles: ['hr-admin', 'recruiter'], perPosition: true },
} as const satisfies Record<string, Rule>
