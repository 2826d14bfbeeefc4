/** Where every staff read and write of personal data is written down before it takes effect (C21). */
import type { AuditResult, AuditVia } from '../../shared/contracts/audit.js'
import { AppError } from '../errors.js'

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
  /** Of a list: what was shown, the first of them. */
  ids?: string[]
  /** What was looked for. The trail keeps a keyed hash of it, never the words. */
  searched?: string
}

/** As many as one entry holds; the count says how many there were. */
export const mostIds = 200

export interface AuditTrail {
  /** Resolves when the entry is stored and chained; throws when it is not, and then nothing may be shown or done. */
  append(entry: AuditEntry): Promise<void>
}

export type AuditedAct = Omit<AuditEntry, 'result'>

/** A change begins only after its entry is stored. */
export async function auditedChange<Result>(
  audit: AuditTrail,
  act: AuditedAct,
  run: () => Promise<Result>,
): Promise<Result> {
  await audit.append({ ...act, result: 'allowed' })
  return failureAudited(audit, act, run)
}

/** What goes wrong is written down too, and thrown on. */
export async function failureAudited<Result>(
  audit: AuditTrail,
  act: AuditedAct,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'internal'
    await audit.append({ ...act, result: resultOfCode[code] ?? 'failed', code })
    throw error
  }
}

const resultOfCode: Partial<Record<string, AuditResult>> = { 'not-found': 'not-found', 'not-allowed': 'refused' }
