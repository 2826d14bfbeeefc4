/** Deleting and holding back is for HR administrators, for every position: it cannot be undone. */
import type { Rule } from '../../ports/staff.js'
import { applicationsPolicy } from '../applications/index.js'

const administrators = { roles: ['hr-admin'], perPosition: false } as const

export const retentionPolicy = {
  delete: applicationsPolicy.deletePerson,
  hold: administrators,
  list: { roles: ['hr-admin', 'auditor'], perPosition: false },
} as const satisfies Record<string, Rule>
