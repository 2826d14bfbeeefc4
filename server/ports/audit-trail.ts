/** Where every staff read and write of personal data is written down before it takes effect (C21). */
import type { AuditResult, AuditVia } from '../../shared/contracts/audit.js'

export interface AuditEntry {
  orgId: string
  /** Member's id; `unknown:<userid>` for somebody without an account; `system`. */
  actor: string
  via: AuditVia
  /** Feature and verb, for example `report.read`. */
  action: string
  /** What it was about: a kind and an id, never a name. */
  subject?: { kind: string; id: string }
  result: AuditResult
  code?: string
  count?: number
}

export interface AuditTrail {
  /** Resolves when the entry is stored and chained; throws when it is not, and then nothing may be shown or done. */
  append(entry: AuditEntry): Promise<void>
}
