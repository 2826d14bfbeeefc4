/** The bot writes into the audit trail as staff routes do: a read before its answer goes out, a change before it begins (C21). */
import { AppError, unavailable } from '../../errors.js'
import type { AuditEntry, AuditTrail } from '../../ports/audit-trail.js'
import type { StaffCaller } from '../../ports/staff.js'

export const auditAway = 'audit-away'

type Entry = Pick<AuditEntry, 'action' | 'result' | 'subject' | 'code' | 'count'>

export async function writeDown({ audit }: { audit: AuditTrail }, { orgId, memberId }: Pick<StaffCaller, 'orgId' | 'memberId'>, entry: Entry): Promise<void> {
  await audit.append({ orgId, actor: memberId, via: 'bot', ...entry }).catch((cause: unknown) => { throw unavailable(auditAway, cause) })
}

/** What goes wrong in a change is written down too. */
export async function changing<Result>(deps: { audit: AuditTrail }, { member, entry }: { member: StaffCaller; entry: Omit<Entry, 'result'> }, run: () => Promise<Result>): Promise<Result> {
  await writeDown(deps, member, { ...entry, result: 'allowed' })
  try {
    return await run()
  } catch (error) {
    await writeDown(deps, member, { ...entry, result: 'failed', code: error instanceof AppError ? error.code : 'internal' })
    throw error
  }
}
