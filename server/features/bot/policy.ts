/** Who may ask the bot for what. Decisions follow the round's own roles besides (flow). Pure. */
import { roles } from '../../../shared/contracts/staff.js'
import type { Rule } from '../../ports/staff.js'
import type { Verb } from './command.js'

/** Whoever works with candidates of a position. IT operators and auditors see no content (C19). */
const readers: Rule = { roles: ['hr-admin', 'recruiter', 'interviewer', 'department-manager'], perPosition: true }
const inviters: Rule = { roles: ['hr-admin', 'recruiter'], perPosition: true }
const deciders: Rule = { roles: ['hr-admin', 'recruiter', 'department-manager'], perPosition: true }

export const botPolicy: Record<Verb, Rule> = {
  help: { roles, perPosition: false },
  today: readers,
  progress: readers,
  list: readers,
  todo: readers,
  report: readers,
  resend: inviters,
  remind: inviters,
  extend: inviters,
  revoke: inviters,
  unlock: inviters,
  advance: deciders,
  hold: deciders,
  decline: deciders,
}
