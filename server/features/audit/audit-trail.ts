/**
 * Writes the audit trail. Entries of one process go in one after the other; those that wait together are written together. An entry
 * counts when it is in the database and its signed head is on the disk: whoever appended it waits for both.
 */
import { unavailable } from '../../errors.js'
import { mostIds, type AuditEntry, type AuditTrail } from '../../ports/audit-trail.js'
import type { Clock } from '../../ports/clock.js'
import {
  chained,
  firstSegment,
  installation,
  isGenuine,
  openingAction,
  searchHash,
  segmentAfter,
  signedHead,
  signedLine,
  type ChainedEntry,
} from './audit-chain.js'
import type { AuditStore } from './audit-store.js'
import type { HeadFiles } from './head-files.js'

export interface TrailDeps {
  auditEntries: Pick<AuditStore, 'insert' | 'lastOpening' | 'lastOf'>
  heads: Pick<HeadFiles, 'writeHead' | 'appendLine'>
  /** `keys.derive('audit')` */
  auditKey: Buffer
  clock: Clock
}

interface Waiting {
  entry: AuditEntry
  resolve: () => void
  reject: (error: unknown) => void
}

interface Segment {
  opening: string
  /** The last entry that counts. */
  last: ChainedEntry
  /** Its head and its line are on the disk. */
  announced: boolean
}

const mostTogether = 200
const openingTries = 20

/** The segment is opened with the first entry, so that a command that writes none leaves no trace. */
export function auditTrail(deps: TrailDeps): AuditTrail {
  const waiting: Waiting[] = []
  let segment: Segment | undefined
  let unsure = false
  let writing = false

  async function write(entries: readonly AuditEntry[]): Promise<void> {
    segment ??= await openSegment(deps)
    if (!segment.announced) segment = await announced(deps, segment)
    if (unsure) segment = await foundAgain(deps, segment)
    unsure = true
    const next = linked(deps, segment.last, entries)
    if (!(await deps.auditEntries.insert(next))) throw new Error('the place of an audit entry is taken')
    const last = next.at(-1)!
    await deps.heads.writeHead(signedHead(deps.auditKey, { ...last, opening: segment.opening }))
    segment = { ...segment, last }
    unsure = false
  }

  async function writeWaiting(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostTogether)
      try {
        await write(batch.map(({ entry }) => entry))
        for (const { resolve } of batch) resolve()
      } catch (cause) {
        for (const { reject } of batch) reject(unavailable('audit-unavailable', cause))
      }
    }
    writing = false
  }

  return {
    append: (entry) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ entry, resolve, reject })
        if (!writing) void writeWaiting()
      }),
  }
}

function linked({ auditKey, clock }: TrailDeps, last: ChainedEntry, entries: readonly AuditEntry[]): ChainedEntry[] {
  const next: ChainedEntry[] = []
  let before = last
  for (const { searched, ids, ...entry } of entries) {
    const { segment, sequence, mac } = before
    before = chained(auditKey, {
      ...entry,
      ...(ids && { ids: ids.slice(0, mostIds) }),
      ...(searched && { search: searchHash(auditKey, searched) }),
      segment,
      sequence: sequence + 1,
      at: clock.now(),
      prev: mac,
    })
    next.push(before)
  }
  return next
}

/** Of two processes that open the same segment the second one takes the next: its place is unique. */
async function openSegment({ auditEntries, auditKey, clock }: TrailDeps): Promise<Segment> {
  for (let tries = 0; tries < openingTries; tries++) {
    const previous = await auditEntries.lastOpening()
    const opening = chained(auditKey, {
      orgId: installation,
      actor: 'system',
      via: 'system',
      action: openingAction,
      result: 'done',
      segment: previous ? segmentAfter(previous.segment) : firstSegment,
      sequence: 0,
      at: clock.now(),
      prev: previous?.mac ?? '',
    })
    if (await auditEntries.insert([opening])) return { opening: opening.mac, last: opening, announced: false }
  }
  throw new Error('too many processes open the audit trail at once')
}

async function announced({ heads, auditKey }: TrailDeps, segment: Segment): Promise<Segment> {
  const { opening, last } = segment
  await heads.writeHead(signedHead(auditKey, { ...last, opening }))
  await heads.appendLine(signedLine(auditKey, { segment: last.segment, opening }))
  return { ...segment, announced: true }
}

/** After a write that failed somewhere between: goes on after whatever did reach the database, as long as it is ours. */
async function foundAgain({ auditEntries, auditKey }: TrailDeps, segment: Segment): Promise<Segment> {
  const { last } = segment
  const stored = await auditEntries.lastOf(last.segment)
  if (!stored || stored.sequence < last.sequence || !isGenuine(auditKey, stored))
    throw new Error('the end of the audit trail is not as it was written')
  return { ...segment, last: stored }
}
