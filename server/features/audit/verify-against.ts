/**
 * What the trail is held against besides itself: heads that were kept elsewhere, how many entries there must be, and what members did
 * that only an entry allows. A trail that was emptied together with its folder is whole in itself; here it is not.
 */
import { isSignedHead, type SignedHead } from './audit-chain.js'
import type { AuditFault } from './audit-fault.js'
import type { AuditStore } from './audit-store.js'

export interface Expected {
  heads?: readonly (SignedHead | 'unreadable')[]
  /** At least so many entries. */
  entries?: number
}

/** Something that a member did, as it stands in the store. */
export interface DoneAct {
  orgId: string
  by: string
  at: Date
  record: string
  actions: readonly string[]
}

interface Deps {
  auditEntries: Pick<AuditStore, 'macAt' | 'tells'>
  auditKey: Buffer
}

/** Between the entry and the act lie a queue, at most, and a process that dies. */
const aroundMs = 30 * 60_000

export async function faultsAgainst(
  { auditEntries, auditKey }: Deps,
  { heads = [], entries }: Expected,
  found: number,
): Promise<AuditFault[]> {
  const faults: AuditFault[] = []
  if (entries !== undefined && found < entries) faults.push({ kind: 'too-few', segment: `${found} < ${entries}` })
  for (const head of heads) {
    if (head === 'unreadable' || !isSignedHead(auditKey, head)) {
      faults.push({ kind: 'head-forged', segment: head === 'unreadable' ? '?' : head.segment })
      continue
    }
    const { segment, sequence, mac } = head
    if ((await auditEntries.macAt(segment, sequence)) !== mac) faults.push({ kind: 'not-as-kept', segment, sequence })
  }
  return faults
}

export async function untold(
  { auditEntries }: Pick<Deps, 'auditEntries'>,
  acts: AsyncIterable<DoneAct>,
): Promise<AuditFault[]> {
  const faults: AuditFault[] = []
  for await (const { orgId, by, at, record, actions } of acts) {
    const [from, to] = [new Date(at.getTime() - aroundMs), new Date(at.getTime() + aroundMs)]
    if (!(await auditEntries.tells({ orgId, actor: by, actions, from, to })))
      faults.push({ kind: 'untold', segment: '', record })
  }
  return faults
}
