/** Who reads the audit trail: auditors, and nobody else; what they read is written down too (C19, C21). */
import type { Rule } from '../../ports/staff.js'

export const auditPolicy = {
  read: { roles: ['auditor'], perPosition: false },
} as const satisfies Record<string, Rule>
