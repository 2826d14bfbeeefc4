/** The bot writes into the audit trail as staff routes do: a read before its answer goes out, a change before it begins (C21). */
import { unavailable } from '../../errors.js'
import { auditedChange, type AuditEntry, type AuditTrail } from '../../ports/audit-trail.js'
import type { StaffCaller } from '../../ports/staff.js'

export const auditAway = 'audit-away'

type Entry = Pick<AuditEntry, 'action' | 'result' | 'subject' | 'code' | 'count' | 'ids' | 'searched'>

type Deps = { audit: AuditTrail }
type Who = Pick<StaffCaller, 'orgId' | 'memberId'>

export const writeDown = (deps: Deps, who: Who, entry: Entry): Promise<void> =>
  trailOf(deps).append(entryOf(who, entry))

/** What goes wrong in a change is written down too. */
export const changing = <Result>(
  deps: Deps,
  { member, entry }: { member: Who; entry: Omit<Entry, 'result'> },
  run: () => Promise<Result>,
): Promise<Result> => auditedChange(trailOf(deps), entryOf(member, entry), run)

const entryOf = <Part extends object>({ orgId, memberId }: Who, entry: Part) => ({
  orgId,
  actor: memberId,
  via: 'bot' as const,
  ...entry,
})

/** The bot says in its own words that it cannot answer now. */
const trailOf = ({ audit }: Deps): AuditTrail => ({
  append: (entry) =>
    audit.append(entry).catch((cause: unknown) => {
      throw unavailable(auditAway, cause)
    }),
})
