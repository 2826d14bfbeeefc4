/**
 * Who decides (C20, R34): recruiters and HR administrators; department managers the rounds that name them. Whoever works with
 * candidates of a position sees who waits; IT operators and auditors see nobody.
 */
import type { Rule } from '../../ports/staff.js'

export const flowPolicy = {
  seeWaiting: { roles: ['recruiter', 'hr-admin', 'interviewer', 'department-manager'], perPosition: true },
  /** Advance, hold, decline, and set a round's time and place: of these, whom the round names (`decidersOf`). */
  decide: { roles: ['recruiter', 'hr-admin', 'department-manager'], perPosition: true },
  /** In words, to somebody who asked that a person looks again. */
  answerAppeal: { roles: ['recruiter', 'hr-admin'], perPosition: true },
  /** How far raters agree with one another and with the machine. */
  seeAgreement: { roles: ['recruiter', 'hr-admin', 'department-manager'], perPosition: true },
  /** Who is invited after the résumé was read. */
  decideScreening: { roles: ['recruiter', 'hr-admin'], perPosition: true },
} as const satisfies Record<string, Rule>
