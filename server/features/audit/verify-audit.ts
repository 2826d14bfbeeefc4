/** Reads the whole audit trail and finds what is not as it was written, and where. */
import { firstSegment, isSignedHead, isSignedLine, segmentAfter, type ChainedEntry } from './audit-chain.js'
import type { AuditFault } from './audit-fault.js'
import type { AuditStore } from './audit-store.js'
import type { HeadFiles } from './head-files.js'
import { readSegment, type Outside } from './verify-segment.js'

export interface AuditFindings {
  segments: number
  entries: number
  faults: AuditFault[]
}

interface VerifyDeps {
  auditEntries: Pick<AuditStore, 'segments' | 'entriesOf'>
  auditKey: Buffer
}

/** `folders`: those of every machine that writes into this database. Files first, entries after: what is written meanwhile is no fault. */
export async function verifyAudit(
  deps: VerifyDeps,
  folders: readonly Pick<HeadFiles, 'heads' | 'lines'>[],
): Promise<AuditFindings> {
  const findings: AuditFindings = { segments: 0, entries: 0, faults: [] }
  const stored = await deps.auditEntries.segments()
  const outside = await readOutside(deps.auditKey, folders, findings.faults)
  const known = new Set([...stored, ...outside.heads.keys(), ...outside.lines.keys()])
  let expected = firstSegment
  let opening: ChainedEntry | undefined

  for (const segment of [...known].sort()) {
    const read = await readSegment(deps, outside, segment)
    findings.segments += 1
    findings.entries += read.entries
    findings.faults.push(...read.faults)
    if (segment !== expected) findings.faults.push({ kind: 'segment-missing', segment: expected })
    else if (read.opening && (opening || segment === firstSegment) && read.opening.prev !== (opening?.mac ?? '')) {
      findings.faults.push({ kind: 'unlinked', segment, sequence: 0 })
    }
    opening = read.opening
    expected = segmentAfter(segment)
  }
  return findings
}

/** What the files say; a file or line that this key did not sign is a fault and says nothing. */
async function readOutside(
  key: Buffer,
  folders: readonly Pick<HeadFiles, 'heads' | 'lines'>[],
  faults: AuditFault[],
): Promise<Outside> {
  const outside: Outside = { heads: new Map(), lines: new Map() }
  for (const folder of folders) {
    for (const line of await folder.lines()) {
      if (line !== 'unreadable' && isSignedLine(key, line)) outside.lines.set(line.segment, line)
      else faults.push({ kind: 'list-forged', segment: line === 'unreadable' ? '?' : line.segment })
    }
    for (const [segment, head] of await folder.heads()) {
      const signed = head !== 'unreadable' && head.segment === segment && isSignedHead(key, head)
      if (!signed) faults.push({ kind: 'head-forged', segment })
      outside.heads.set(segment, signed ? head : 'unreadable')
    }
  }
  return outside
}
