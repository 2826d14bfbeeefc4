/** What can be wrong with the audit trail, and how it is told. */
import { allLanguages } from '../../texts/in-every-language.js'
import { texts } from './texts/index.js'

export interface AuditFault {
  kind: keyof typeof texts.faults
  segment: string
  /** Of something done that no entry tells of: what, and how many there should be. */
  record?: string
  sequence?: number
  /** Of a gap: the last place that is empty. */
  until?: number
  /** Of an entry in the wrong place: where it was written. */
  belongsAt?: number
}

export function describeFault({ kind, segment, record, sequence, until, belongsAt }: AuditFault): string {
  const place =
    sequence === undefined ? '' : until === undefined || until === sequence ? ` #${sequence}` : ` #${sequence}–${until}`
  const from = belongsAt === undefined ? '' : ` (${allLanguages(texts.writtenAs)} #${belongsAt})`
  return `${record ?? segment}${place}  ${allLanguages(texts.faults[kind])}${from}`
}
