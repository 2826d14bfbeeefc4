/** Who may press the buttons of a card of our app. The round's own roles decide besides (flow). */
import type { Rule } from '../../ports/staff.js'

export const pressCardRule: Rule = { roles: ['hr-admin', 'recruiter', 'department-manager'], perPosition: true }
