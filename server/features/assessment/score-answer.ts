/** One answer against the rubric of its question. Pure and repeatable: no clock, no chance, no other candidates. */
import type {
  AnswerFlag,
  AnswerReason,
  AnswerScore,
  EvidenceSpan,
  PointScore,
  ScorerVersion,
} from '../../../shared/contracts/assessment.js'
import type { Question, RedLine } from '../../../shared/contracts/question-bank.js'
import type { Language } from '../../../shared/contracts/text.js'
import { findCrossedLine } from './acts/crossed-line.js'
import { isBeyondRules, isDismissive, isUnrelated, notShownBelow, unsureBelow } from './doubt.js'
import { evidenceFor } from './evidence.js'
import { hardlyOwn, isCopied, littleOwn } from './gaming/copied-stem.js'
import { findAddressed, type Addressed } from './gaming/addressed.js'
import { isBareList, isRepetitive, keywordListOf } from './gaming/stuffed.js'
import { asidesIn } from './reading/asides.js'
import { writtenIn } from './reading/language.js'
import type { Parameters } from './parameters.js'
import { readText, type ReadText } from './reading/read-text.js'
import { prepareQuestion, type PreparedPoint, type PreparedQuestion } from './rubric/prepare-question.js'
import { readAnswer } from './rubric/read-answer.js'
import { scorePoint, type PointFinding } from './rubric/score-point.js'
import { rounded, scoreOfShare } from './scale.js'

/** Raised whenever the same answer could get another score. */
export const rulesScorerVersion: ScorerVersion = { id: 'rules', version: '2.2.1' }

/** From here on a point is shown as met. */
export const shownAsHit = 0.5
/** A stem with a few words of one's own is copied when no point earns this much. */
const littleCredit = 0.2
/** What is earned needs at least this part of the words that the shortest examples of its points have together. */
const leastWords = 0.75
/** So few points may be named in passing. */
const namedInPassing = 2

interface AnswerToScore {
  question: Question
  answer: string
  /** Of the whole bank; the question's own come first. */
  redLines?: readonly RedLine[]
  /** Language of the interview; used only where the answer itself does not tell, as with a bare number. */
  language?: Language
  /** Only the benchmark gives others than the built ones. */
  parameters?: Parameters
}

export function scoreAnswer({ question, answer, redLines = none, language, parameters }: AnswerToScore): AnswerScore {
  const prepared = prepareQuestion(question, parameters)
  const read = readText(answer)
  if (read.words.length === 0) return lowest(prepared, 'empty')

  const addressed = findAddressed(read)
  if (addressed && saysNothingElse(read, addressed.clauses)) return lowest(prepared, 'injected', addressed)
  const lines = { own: question.redLines ?? none, ofBank: redLines }
  const crossed = findCrossedLine(read, lines, addressed?.clauses ?? new Set())
  if (crossed?.certain) return { ...lowest(prepared, 'red-line', crossed), redLine: crossed.redLine }

  const said = scoreWhatIsSaid(read, prepared, { language, addressed })
  const score = addressed ? withExaminer(prepared, said, addressed) : said
  if (!crossed) return score
  return { ...setAside(score, 'may-cross'), redLine: crossed.redLine, caughtBy: crossed.caughtBy }
}

const none: readonly RedLine[] = []

interface Reading {
  language: Language | undefined
  addressed: Addressed | undefined
}

function scoreWhatIsSaid(read: ReadText, prepared: PreparedQuestion, { language, addressed }: Reading): AnswerScore {
  if (isRepetitive(read)) return lowest(prepared, 'stuffed')
  if (isCopied(read, prepared.stems, hardlyOwn)) return lowest(prepared, 'copied-stem')
  if (!isUnderstood(read, prepared, language)) return unscored(prepared, 'language')
  const list = keywordListOf(read, prepared.question.kind, prepared.terms)
  if (list.whole) return lowest(prepared, 'stuffed')

  const besides = new Set([...asidesIn(read, prepared.question), ...(addressed?.clauses ?? [])])
  const text = readAnswer(read, prepared, new Set([...list.clauses, ...besides]))
  const findings = prepared.points.map((point) => scorePoint(point, text, prepared.parameters))
  const answered = { ...read, words: read.words.filter(({ clause }) => !besides.has(clause)) }
  const most = Math.max(...findings.map(({ credit }) => credit))
  if (most < littleCredit && isCopied(read, prepared.stems, littleOwn)) return lowest(prepared, 'copied-stem')
  if (most === 0 && isUnrelated(answered, prepared)) return lowest(prepared, 'off-topic')
  return withDoubt(scored(prepared, read, limitToLength(prepared, findings, text.newWords)), answered, prepared)
}

/** What has substance and earned little was not understood; the rest is what it seems to be. */
function withDoubt(score: AnswerScore, read: ReadText, prepared: PreparedQuestion): AnswerScore {
  if (isDismissive(read)) return setAside(score, 'dismissive')
  if (isBareList(read)) return setAside(score, 'not-understood')
  if ((score.score ?? 0) >= unsureBelow || !isBeyondRules(read, prepared)) return score
  if ((score.score ?? 0) < notShownBelow) return setAside(score, 'not-understood')
  return { ...score, flags: [...score.flags, 'unsure'] }
}

/** The points stay, so that whoever reads it sees what was found. */
function setAside({ score: _score, ...rest }: AnswerScore, reason: AnswerReason): AnswerScore {
  return { ...rest, status: 'unscored', reason }
}

function withExaminer(prepared: PreparedQuestion, score: AnswerScore, { caughtBy }: Addressed): AnswerScore {
  const isNothingElse = score.reason === 'off-topic' || (score.status === 'scored' && score.share === 0)
  if (isNothingElse) return lowest(prepared, 'injected', { caughtBy })

  return { ...score, flags: [...score.flags, 'examiner'], caughtBy }
}

const saysNothingElse = ({ words }: ReadText, clauses: ReadonlySet<number>): boolean =>
  words.every(({ clause, rarity }) => clauses.has(clause) || rarity === 0)

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

function lowest(prepared: PreparedQuestion, reason: AnswerReason, caught?: { caughtBy: EvidenceSpan }): AnswerScore {
  const points = prepared.points.map(nothingFor)
  return {
    ...frame(prepared),
    status: 'lowest-band',
    reason,
    score: 1,
    share: 0,
    points,
    flags: [],
    ...(caught && { caughtBy: caught.caughtBy }),
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
