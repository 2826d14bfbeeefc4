/** An answer cut into runs, so that quoted evidence can be marked in it. Offsets are UTF-16 code units, as the scorer counts. Pure. */
import type { EvidenceSpan } from '../../../../shared/contracts/assessment.js'

export interface Run {
  text: string
  /** The points that quote it; empty: plain text. */
  points: string[]
}

interface Quoted {
  pointId: string
  evidence: readonly EvidenceSpan[]
}

/** `startsAt`: where the spans count the first character, for a part of what was said. Spans may overlap; a span that does not say what stands there is left out rather than marked wrongly. */
export function runsOf(answer: string, points: readonly Quoted[], startsAt = 0): Run[] {
  const spans = points.flatMap(({ pointId, evidence }) =>
    evidence
      .map(({ start, end, text }) => ({ start: start - startsAt, end: end - startsAt, text, pointId }))
      .filter((span) => fits(answer, span)),
  )
  const cuts = [...new Set([0, answer.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )

  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!
    const quoting = spans.filter((span) => span.start <= start && span.end >= end).map(({ pointId }) => pointId)
    return { text: answer.slice(start, end), points: [...new Set(quoting)] }
  })
}

const fits = (answer: string, { start, end, text }: EvidenceSpan) =>
  start >= 0 && start < end && answer.slice(start, end) === text
