/** The second factor of HR administrators (C18): set up once, given in every session; five wrong codes lock it for 15 minutes (C17). */
import type { SecondFactorEnrolment } from '../../../shared/contracts/staff.js'
import { conflict, forbidden, locked, type AppError } from '../../errors.js'
import type { AuditEntry, AuditTrail } from '../../ports/audit-trail.js'
import type { StaffCaller } from '../../ports/staff.js'
import type { MemberStore } from './member-store.js'
import { isAdmin } from './member.js'
import type { Organisation } from './organisation.js'
import { endStaffSession, openStaffSession, type OpeningDeps } from './staff-session.js'
import { enrolmentOf, stepOf } from './totp.js'

const mostWrongCodes = 5
const lockMs = 15 * 60_000

export interface SecondFactorDeps extends OpeningDeps {
  accounts: Pick<MemberStore, 'offerSecret' | 'secretOf' | 'takeTry' | 'takeStep'>
  organisationOf: (orgId: string) => Promise<Pick<Organisation, 'botName'>>
  audit: AuditTrail
  /** Base32, 160 bits. */
  randomSecret: () => string
}

/** Until the first right code the secret may be asked for again; each time it is a new one. */
export async function enrolSecondFactor(deps: SecondFactorDeps, caller: StaffCaller): Promise<SecondFactorEnrolment> {
  if (!isAdmin(caller.grants)) throw forbidden('not-allowed')
  await deps.audit.append(entry(caller, { action: 'second-factor.enrol', result: 'allowed' }))
  const secret = deps.randomSecret()
  if (!(await deps.accounts.offerSecret({ orgId: caller.orgId, id: caller.memberId }, secret)))
    throw conflict('second-factor-set')

  const { botName } = await deps.organisationOf(caller.orgId)
  return enrolmentOf(secret, { issuer: botName.zh, label: caller.userid })
}

/** Answers the token of a new session; the one before ends. */
export async function giveSecondFactor(
  deps: SecondFactorDeps,
  { caller, code, token }: { caller: StaffCaller; code: string; token: string },
): Promise<string> {
  const member = { orgId: caller.orgId, id: caller.memberId }
  const secret = await deps.accounts.secretOf(member)
  if (!secret) throw conflict('second-factor-not-set')
  const now = deps.clock.now()
  const lockedUntil = new Date(now.getTime() + lockMs)
  const tries = await deps.accounts.takeTry(member, { now, most: mostWrongCodes, lockedUntil })
  if (tries === undefined) throw await refused(deps, caller, locked('second-factor-locked'))

  const step = stepOf(secret, code, now)
  if (step === undefined || !(await deps.accounts.takeStep(member, step))) throw await wrongCode(deps, caller, tries)
  await deps.audit.append(entry(caller, { action: 'second-factor.give', result: 'done' }))
  const fresh = await openStaffSession(deps, { ...caller, secondFactorGiven: true })
  await endStaffSession(deps, token)
  return fresh
}

const wrongCode = (deps: SecondFactorDeps, caller: StaffCaller, tries: number): Promise<AppError> =>
  tries < mostWrongCodes
    ? refused(deps, caller, forbidden('second-factor-wrong', { triesLeft: mostWrongCodes - tries }))
    : refused(deps, caller, locked('second-factor-locked', { retryAfterSeconds: lockMs / 1000 }))

async function refused<Refusal extends { code: string }>(
  deps: SecondFactorDeps,
  caller: StaffCaller,
  error: Refusal,
): Promise<Refusal> {
  await deps.audit.append(entry(caller, { action: 'second-factor.give', result: 'refused', code: error.code }))
  return error
}

const entry = ({ orgId, memberId }: StaffCaller, what: Pick<AuditEntry, 'action' | 'result' | 'code'>): AuditEntry => ({
  orgId,
  actor: memberId,
  via: 'console',
  ...what,
})
