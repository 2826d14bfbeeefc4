/** Who is told by our app what concerns a position. */
import type { Rule } from '../../ports/staff.js'

export const toldRule: Rule = { roles: ['hr-admin', 'recruiter'], perPosition: true }
