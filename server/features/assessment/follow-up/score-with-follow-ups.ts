/**
 * The answer to a question together with what was said to its follow-ups. A follow-up only adds: each point counts as it was met by the
 * first answer alone or by all that was said, whichever is more, and what the rules make of the first answer stays at least as it was.
 * A red line, crossed or maybe, is the exception, for it is about an act and not about points.
 */
import type { AnswerScore, EvidenceSpan, PointScore } from '../../../../shared/contracts/assessment.js'
import { unsureBelow } from '../doubt.js'
import { rounded, scoreOfShare } from '../scale.js'
import { scoreAnswer, shownAsHit } from '../score-answer.js'
import { wholeAnswer } from './whole-answer.js'

type Scored = Parameters<typeof scoreAnswer>[0]

export function scoreWithFollowUps({
  toFollowUps,
  ...given
}: Scored & { toFollowUps: readonly string[] }): AnswerScore {
  const first = scoreAnswer(given)
  if (toFollowUps.every((said) => said.trim() === '') || first.reason === 'red-line') return first

  const { text, starts } = wholeAnswer(given.answer, toFollowUps)
  return quotedApart(better(first, scoreAnswer({ ...given, answer: text })), starts)
}

function better(first: AnswerScore, whole: AnswerScore): AnswerScore {
  if (whole.reason === 'red-line' || whole.reason === 'may-cross') return whole
  if (first.reason === 'may-cross') return first
  if (first.status === 'unscored') return understoodByNow(first, whole)
  if (whole.status !== 'scored') return withFlagsOf(first, whole)
  return first.status === 'scored' ? added(first, whole) : whole
}

/** With a person it stays, unless all that was said is understood and good: a low score would be worse than no follow-up. */
function understoodByNow(first: AnswerScore, whole: AnswerScore): AnswerScore {
  return whole.status === 'scored' && (whole.score ?? 0) >= unsureBelow ? whole : first
}

/** What was said later is not understood, or says nothing: the first answer counts as it is, and a person reads the rest. */
function withFlagsOf(first: AnswerScore, whole: AnswerScore): AnswerScore {
  if (first.status !== 'scored') return first
  const flags = [
    ...new Set([...first.flags, ...whole.flags, ...(whole.status === 'unscored' ? ['unsure' as const] : [])]),
  ]
  return { ...first, flags, ...(whole.caughtBy && { caughtBy: whole.caughtBy }) }
}

function added(first: AnswerScore, whole: AnswerScore): AnswerScore {
  const points = whole.points.map((point, at) => more(first.points[at], point))
  const share = rounded(
    Math.min(
      1,
      points.reduce((sum, { weight, credit }) => sum + weight * credit, 0),
    ),
    4,
  )
  return { ...whole, points, share, score: scoreOfShare(share) }
}

const more = (first: PointScore | undefined, whole: PointScore): PointScore =>
  first && first.credit > whole.credit ? { ...first, hit: first.credit >= shownAsHit } : whole

/** No quotation reaches from one answer into the next. */
function quotedApart(score: AnswerScore, starts: readonly number[]): AnswerScore {
  const points = score.points.map((point) => ({
    ...point,
    evidence: point.evidence.flatMap((span) => cut(span, starts)),
  }))
  return { ...score, points }
}

function cut(span: EvidenceSpan, starts: readonly number[]): EvidenceSpan[] {
  const inside = starts.filter((start) => start > span.start && start < span.end)
  const edges = [span.start, ...inside, span.end]
  return edges.slice(0, -1).flatMap((from, at) => trimmed(span, from, edges[at + 1]!))
}

function trimmed(span: EvidenceSpan, from: number, to: number): EvidenceSpan[] {
  const piece = span.text.slice(from - span.start, to - span.start)
  const text = piece.trim()
  const start = from + piece.length - piece.trimStart().length
  return text === '' ? [] : [{ start, end: start + text.length, text }]
}
