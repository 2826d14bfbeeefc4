/** Who reads the audit trail: auditors, and nobody else; what they read is written down too (C19, C21). */
import type { Rule } from '../../ports/staff.js'

export const readAuditRule: Rule = { roles: ['auditor'], perPosition: false }
