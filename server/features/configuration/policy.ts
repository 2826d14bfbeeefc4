/** Who may see and change what is administered without code (E18). Recruiters may look at their positions. */
import type { Rule } from '../../ports/staff.js'

export const changeFilesRule: Rule = { roles: ['hr-admin'], perPosition: false }
export const readPositionsRule: Rule = { roles: ['hr-admin', 'recruiter'], perPosition: true }
