/** One answer against the rubric of its question. Pure and repeatable: no clock, no chance, no other candidates. */
import type {
  AnswerFlag,
  AnswerReason,
  AnswerScore,
  EvidenceSpan,
  PointScore,
  ScorerVersion,
} from '../../../shared/contracts/assessment.js'
import type { Question } from '../../../shared/contracts/question-bank.js'
import type { Language } from '../../../shared/contracts/text.js'
import { evidenceFor } from './evidence.js'
import { hardlyOwn, isCopied, littleOwn } from './gaming/copied-stem.js'
import { findInjection } from './gaming/injected.js'
import { keywordListOf, isRepetitive } from './gaming/stuffed.js'
import { writtenIn } from './reading/language.js'
import type { Parameters } from './parameters.js'
import { readText, type ReadText } from './reading/read-text.js'
import { prepareQuestion, type PreparedPoint, type PreparedQuestion } from './rubric/prepare-question.js'
import { readAnswer } from './rubric/read-answer.js'
import { scorePoint, type PointFinding } from './rubric/score-point.js'
import { rounded, scoreOfShare } from './scale.js'

/** Raised whenever the same answer could get another score. */
export const rulesScorerVersion: ScorerVersion = { id: 'rules', version: '1.0.0' }

/** From here on a point is shown as met. */
const shownAsHit = 0.5
/** A stem with a few words of one's own is copied when no point earns this much. */
const littleCredit = 0.2
/** What is earned needs at least this part of the words that the shortest examples of its points have together. */
const leastWords = 0.75
/** So few points have their own cap for short answers, and may be named in passing. */
const namedInPassing = 2

interface AnswerToScore {
  question: Question
  answer: string
  /** Language of the interview; used only where the answer itself does not tell, as with a bare number. */
  language?: Language
  /** Only the benchmark gives others than the built ones. */
  parameters?: Parameters
}

export function scoreAnswer({ question, answer, language, parameters }: AnswerToScore): AnswerScore {
  const prepared = prepareQuestion(question, parameters)
  const read = readText(answer)
  const refused = whyLowest(read, prepared)
  if (refused) return lowest(prepared, refused.reason, refused.caughtBy)
  if (!isUnderstood(read, prepared, language)) return unscored(prepared, 'language')

  const list = keywordListOf(read, question.kind, prepared.terms)
  if (list.whole) return lowest(prepared, 'stuffed')

  const text = readAnswer(read, prepared.stems, {
    ignoredClauses: list.clauses,
    likeFrom: prepared.parameters.likeFrom,
  })
  const findings = prepared.points.map((point) => scorePoint(point, text, prepared.parameters))
  const most = Math.max(...findings.map(({ credit }) => credit))
  if (most < littleCredit && isCopied(read, prepared.stems, littleOwn)) return lowest(prepared, 'copied-stem')
  if (most === 0) return lowest(prepared, 'off-topic')

  return scored(prepared, read, limitToLength(prepared, findings, text.newWords))
}

function whyLowest(
  read: ReadText,
  prepared: PreparedQuestion,
): { reason: AnswerReason; caughtBy?: EvidenceSpan } | undefined {
  if (read.words.length === 0) return { reason: 'empty' }
  const caughtBy = findInjection(read)
  if (caughtBy) return { reason: 'injected', caughtBy }
  if (isRepetitive(read)) return { reason: 'stuffed' }
  if (isCopied(read, prepared.stems, hardlyOwn)) return { reason: 'copied-stem' }

  return undefined
}

/** A rubric without examples in a language cannot judge it: a person does, and it costs the candidate nothing. */
function isUnderstood(read: ReadText, { languages }: PreparedQuestion, hint: AnswerToScore['language']): boolean {
  const written = writtenIn(read.original)
  return written === 'none' ? hint === undefined || languages.has(hint) : languages.has(written)
}

interface Limited {
  findings: PointFinding[]
  dense: boolean
}

/** Coverage of most of the points, far above what the length allows, is cut: all points alike. */
function limitToLength({ points }: PreparedQuestion, findings: PointFinding[], newWords: number): Limited {
  const earned = points
    .map(({ shortest }, at) => ({ shortest, credit: findings[at]?.credit ?? 0 }))
    .filter(({ credit }) => credit >= shownAsHit)
  const needed = leastWords * earned.reduce((sum, { shortest, credit }) => sum + shortest * credit, 0)
  if (earned.length <= Math.max(namedInPassing, points.length / 2) || newWords >= needed)
    return { findings, dense: false }

  return { findings: findings.map((one) => ({ ...one, credit: one.credit * (newWords / needed) })), dense: true }
}

function scored(prepared: PreparedQuestion, read: ReadText, { findings, dense }: Limited): AnswerScore {
  const flags: AnswerFlag[] = []
  if (findings.some(({ contradicts }) => contradicts)) flags.push('contradiction')
  if (dense) flags.push('dense')
  const points = prepared.points.map((point, at) => pointScore(point, findings[at], read))
  const share = rounded(
    Math.min(
      1,
      points.reduce((sum, { weight, credit }) => sum + weight * credit, 0),
    ),
    4,
  )

  return { ...frame(prepared), status: 'scored', score: scoreOfShare(share), share, points, flags }
}

function pointScore({ point }: PreparedPoint, finding: PointFinding | undefined, read: ReadText): PointScore {
  const credit = rounded(finding?.credit ?? 0, 4)
  const evidence = credit > 0 ? evidenceFor(read, finding?.matches ?? []) : []

  return { ...nothingFor({ point }), credit, hit: credit >= shownAsHit, evidence }
}

function lowest(prepared: PreparedQuestion, reason: AnswerReason, caughtBy?: EvidenceSpan): AnswerScore {
  const points = prepared.points.map(nothingFor)
  return {
    ...frame(prepared),
    status: 'lowest-band',
    reason,
    score: 1,
    share: 0,
    points,
    flags: [],
    ...(caughtBy && { caughtBy }),
  }
}

/** A question the candidate never got to see. */
export function notShown(question: Question): AnswerScore {
  return unscored(prepareQuestion(question), 'not-shown')
}

function unscored(prepared: PreparedQuestion, reason: AnswerReason): AnswerScore {
  return { ...frame(prepared), status: 'unscored', reason, points: prepared.points.map(nothingFor), flags: [] }
}

function nothingFor({ point }: Pick<PreparedPoint, 'point'>): PointScore {
  const { id, label, weight } = point
  return { pointId: id, label, weight, credit: 0, hit: false, evidence: [] }
}

function frame({ question }: PreparedQuestion) {
  return { questionId: question.id, scorer: rulesScorerVersion }
}
