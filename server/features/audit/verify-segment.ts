/** One segment of the audit trail, held against the key, against itself, and against what the files beside the database say. */
import { isGenuine, openingAction, type ChainedEntry, type SegmentLine, type SignedHead } from './audit-chain.js'
import type { AuditFault } from './audit-fault.js'
import type { AuditStore } from './audit-store.js'

export interface Outside {
  heads: Map<string, SignedHead | 'unreadable'>
  lines: Map<string, SegmentLine>
}

interface Deps {
  auditEntries: Pick<AuditStore, 'entriesOf'>
  auditKey: Buffer
}

interface Read {
  entries: number
  faults: AuditFault[]
  opening?: ChainedEntry
  last?: ChainedEntry
  /** The stored mac at the place that the head names. */
  macAtHead?: string
  /** Entries in a row, up to the last, that this key did not write. */
  strange: AuditFault[]
}

/** How far away, and for how many, the place is looked for that a moved entry came from. */
const searchedAround = 1_000
const mostLookUps = 50

export async function readSegment(
  { auditEntries, auditKey }: Deps,
  { heads, lines }: Outside,
  segment: string,
): Promise<Read> {
  const read: Read = { entries: 0, faults: [], strange: [] }
  const head = heads.get(segment)
  const headSequence = typeof head === 'object' ? head.sequence : undefined

  for await (const entry of auditEntries.entriesOf(segment)) {
    read.faults.push(...placeFaults(entry, read.last))
    judge(auditKey, read, entry)
    if (entry.sequence === headSequence) read.macAtHead = entry.mac
    read.entries += 1
    read.last = entry
  }
  judgeEnd(read, segment, head)
  read.faults.push(...outsideFaults(read, { segment, head, line: lines.get(segment) }))
  return read
}

function placeFaults({ segment, sequence }: ChainedEntry, before: ChainedEntry | undefined): AuditFault[] {
  const expected = before ? before.sequence + 1 : 0
  if (sequence < expected) return [{ kind: 'twice', segment, sequence }]
  if (sequence > expected) return [{ kind: 'missing', segment, sequence: expected, until: sequence - 1 }]
  return []
}

function judge(key: Buffer, read: Read, entry: ChainedEntry): void {
  const { segment, sequence } = entry
  if (!isGenuine(key, entry)) {
    read.strange.push(strangeEntry(key, entry, read.strange.length))
    return
  }
  const follows = read.last?.sequence === sequence - 1 && read.strange.length === 0
  if (follows && entry.prev !== read.last?.mac) read.faults.push({ kind: 'unlinked', segment, sequence })
  if (sequence === 0 && entry.action === openingAction) read.opening = entry
  read.faults.push(...read.strange.splice(0))
}

/** Genuine in another place: somebody moved it. */
function strangeEntry(key: Buffer, entry: ChainedEntry, looked: number): AuditFault {
  const { segment, sequence } = entry
  const places = looked < mostLookUps ? placesAround(sequence) : []
  const belongsAt = places.find((place) => isGenuine(key, { ...entry, sequence: place }))
  return belongsAt === undefined
    ? { kind: 'changed', segment, sequence }
    : { kind: 'reordered', segment, sequence, belongsAt }
}

function placesAround(sequence: number): number[] {
  const steps = Array.from({ length: searchedAround }, (_, index) => index + 1)
  return steps.flatMap((step) => [sequence + step, sequence - step]).filter((place) => place >= 0)
}

/** Strange entries up to the end with other macs than the head's: somebody computed them anew, without our key. */
function judgeEnd(read: Read, segment: string, head: SignedHead | 'unreadable' | undefined): void {
  const first = read.strange[0]
  const otherThanHead = typeof head !== 'object' || (read.macAtHead !== undefined && read.macAtHead !== head.mac)
  const recomputed = first?.kind === 'changed' && otherThanHead
  if (recomputed) read.faults.push({ kind: 'recomputed', segment, sequence: first.sequence! })
  else read.faults.push(...read.strange)
}

/** A process that died while it opened its segment leaves an opening without head and line; nothing was written under it. */
function outsideFaults(
  { entries, opening, last, strange, macAtHead }: Read,
  {
    segment,
    head,
    line,
  }: { segment: string; head: SignedHead | 'unreadable' | undefined; line: SegmentLine | undefined },
): AuditFault[] {
  if (!last) return [{ kind: 'segment-missing', segment }]
  const faults: AuditFault[] = []
  if (!head && (line || entries > 1)) faults.push({ kind: 'head-missing', segment })
  if (!line && entries > 1) faults.push({ kind: 'unlisted', segment })
  if (line && opening && line.opening !== opening.mac) faults.push({ kind: 'unlinked', segment, sequence: 0 })
  if (typeof head !== 'object') return faults

  if (last.sequence < head.sequence)
    faults.push({ kind: 'cut-off', segment, sequence: last.sequence + 1, until: head.sequence })
  if (macAtHead !== undefined && macAtHead !== head.mac && strange.length === 0)
    faults.push({ kind: 'unlinked', segment, sequence: head.sequence })
  return faults
}
