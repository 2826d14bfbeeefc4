/**
 * The chain that makes the audit trail append-only (C21). Each entry carries an HMAC over itself and the entry before it; the key
 * lies outside the database, so whoever can write the database cannot write an entry that fits. A segment is what one process
 * wrote; its first entry names the opening of the segment before, so a segment cannot be left out either. Pure.
 */
import { timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '../../canonical-json.js'
import { keyedHash } from '../../mongo/key-ring.js'
import type { AuditEntry } from '../../ports/audit-trail.js'

export interface ChainedEntry extends Omit<AuditEntry, 'searched'> {
  /** Keyed hash of what was looked for: whoever suspects a word can hold it against this. */
  search?: string
  segment: string
  sequence: number
  at: Date
  /** The mac before: of the same segment, or, in an opening, of the opening of the segment before (empty in the very first). */
  prev: string
  mac: string
}

/** The last entry of a segment, as the file beside the database says it. */
export interface SignedHead {
  segment: string
  opening: string
  sequence: number
  mac: string
  signature: string
}

/** One line for every segment that was opened in a folder. */
export interface SegmentLine {
  segment: string
  opening: string
  signature: string
}

export const openingAction = 'audit.segment-opened'
/** Openings belong to the installation, not to an organisation. */
export const installation = '-'
export const firstSegment = '00000001'

export const segmentAfter = (segment: string): string => String(Number(segment) + 1).padStart(firstSegment.length, '0')

export function chained(key: Buffer, entry: Omit<ChainedEntry, 'mac'>): ChainedEntry {
  return { ...entry, mac: macOf(key, entry) }
}

/** Width, case and blanks do not count, as they do not in a search. */
export const searchHash = (key: Buffer, searched: string): string =>
  keyedHash(key, `search ${searched.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()}`)

export const isGenuine = (key: Buffer, entry: ChainedEntry): boolean => same(entry.mac, macOf(key, entry))

export function signedHead(
  key: Buffer,
  { segment, opening, sequence, mac }: Omit<SignedHead, 'signature'>,
): SignedHead {
  return {
    segment,
    opening,
    sequence,
    mac,
    signature: keyedHash(key, `head ${canonicalJson({ segment, opening, sequence, mac })}`),
  }
}

export const isSignedHead = (key: Buffer, head: SignedHead): boolean =>
  same(head.signature, signedHead(key, head).signature)

export function signedLine(key: Buffer, { segment, opening }: Omit<SegmentLine, 'signature'>): SegmentLine {
  return { segment, opening, signature: keyedHash(key, `segment ${canonicalJson({ segment, opening })}`) }
}

export const isSignedLine = (key: Buffer, line: SegmentLine): boolean =>
  same(line.signature, signedLine(key, line).signature)

/** Field by field, so that whatever a database adds does not count, and whatever is missing does. */
function macOf(key: Buffer, entry: Omit<ChainedEntry, 'mac'>): string {
  const { orgId, actor, via, action, subject, result, code, count, ids, search, segment, sequence, at, prev } = entry
  const about = subject && { kind: subject.kind, id: subject.id }
  return keyedHash(
    key,
    `entry ${canonicalJson({
      orgId,
      actor,
      via,
      action,
      subject: about,
      result,
      code,
      count,
      ids,
      search,
      segment,
      sequence,
      at: at.toISOString(),
      prev,
    })}`,
  )
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
