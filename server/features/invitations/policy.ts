/** What staff do to an invitation: whoever may invite, within their positions (C20). */
import type { Rule } from '../../ports/staff.js'

const inviters = { roles: ['hr-admin', 'recruiter'], perPosition: true } as const

export const invitationsPolicy = {
  resend: inviters,
  remind: inviters,
  extend: inviters,
  revoke: inviters,
  unlock: inviters,
  unbind: inviters,
  /** What candidates ask for around it. */
  answerRequest: inviters,
} as const satisfies Record<string, Rule>
