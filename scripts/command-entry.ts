/** What a command on the machine itself does for staff stands in the audit trail before it is done; a failing trail refuses it (C21). */
import { unavailable } from '../server/errors.js'
import type { AuditEntry, AuditTrail } from '../server/ports/audit-trail.js'

type Entry = Pick<AuditEntry, 'orgId' | 'action' | 'result' | 'subject' | 'count'>

/** @throws AppError audit-away. */
export async function enterCommand({ audit }: { audit: AuditTrail }, entry: Entry): Promise<void> {
  await audit.append({ actor: 'command', via: 'command', ...entry }).catch((cause: unknown) => {
    throw unavailable('audit-away', cause)
  })
}
