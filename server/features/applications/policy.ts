/**
 * Who sees applications (C20, R34): whoever works with candidates of a position; contact data only who invites and decides in
 * general. IT operators and auditors see no content (C19).
 */
import type { Rule } from '../../ports/staff.js'

const readers = { roles: ['recruiter', 'hr-admin', 'interviewer', 'department-manager'], perPosition: true } as const

export const applicationsPolicy = {
  list: readers,
  /** One application with its report: the page, where somebody stands, the link to the report. */
  read: readers,
  /** How many were invited, finished, … today. */
  seeFigures: readers,
  /** Say whether two files are one person. */
  judgeSamePerson: { roles: ['recruiter', 'hr-admin'], perPosition: true },
  /** School, education and score in the list, sorting by them, and looking for a school or a number. */
  compare: { roles: ['recruiter', 'hr-admin'], perPosition: true },
  /** Correct a name or a number. */
  correctPerson: { roles: ['recruiter', 'hr-admin'], perPosition: true },
  /** Say whether somebody has what the position wants people to bring along. */
  tagAbilities: { roles: ['recruiter', 'hr-admin'], perPosition: true },
  /** All that is known of somebody, for good. */
  deletePerson: { roles: ['hr-admin'], perPosition: false },
  /** Phone and e-mail. */
  readContact: { roles: ['recruiter', 'hr-admin'], perPosition: true },
} as const satisfies Record<string, Rule>
