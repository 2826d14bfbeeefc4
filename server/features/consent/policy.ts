/**
 * Whom a consent is about (C2, C20): whoever carries out the recruiting reads what candidates write; interviewers and department
 * managers read it of those who share it with them.
 */
import type { Rule } from '../../ports/staff.js'

export const consentPolicy = {
  /** Answers, report, résumé, and what others wrote about them, whatever was chosen about `sharing`. */
  readUnshared: { roles: ['recruiter', 'hr-admin'], perPosition: true },
} as const satisfies Record<string, Rule>
