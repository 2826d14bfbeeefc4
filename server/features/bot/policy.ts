/** What the bot is told about itself, and by whom. */
import type { Rule } from '../../ports/staff.js'

export const botPolicy = {
  /** Which chat the group's cards go to: cards name candidates, masked. */
  nameGroup: { roles: ['hr-admin'], perPosition: false },
} as const satisfies Record<string, Rule>
