/** One question on the report page: what was asked and answered, and, once it is not hidden, how it was scored. Pure. */
import type { Assessment, QuestionAssessment } from '../../../shared/contracts/assessment.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { wholeAnswer } from '../assessment/index.js'
import { followUpsTo, wordsOf, type Interview } from '../interviews/index.js'
import type { ReportForStaff, ReportParts } from './present-report.js'
import { presentEvents } from './present-events.js'
import { presentSecondReading } from './present-second-scorer.js'
import { presentSpoken } from './present-spoken.js'
import { presentWhyAsked } from './present-why-asked.js'
import type { Rating } from './rating-store.js'
import { reviewReasons, type Hidden } from './review.js'
import type { Blind } from './second-rater/blind-items.js'
import { presentSecond } from './second-rater/present-second.js'
import { texts } from './texts/index.js'

type QuestionOnReport = ReportForStaff['questions'][number]
type Asked = Interview['questions'][number]

interface QuestionParts extends ReportParts {
  question: Asked
  hidden: Hidden
  blind: Blind
  ratedByMe: ReadonlySet<string>
}

export function presentQuestion(parts: QuestionParts): QuestionOnReport {
  const { question, hidden, assessment } = parts
  const { sourceId, number, kind, competencyId, stem, answer } = question
  const assessed = assessment?.questions.find(({ questionId }) => questionId === sourceId)
  const scored = assessed && (!hidden.questions.has(sourceId) || isForPerson(assessed)) ? assessed : undefined
  const usedSeconds = secondsUsed(question)
  const why = parts.whyAsked?.find((one) => one.sourceId === sourceId)
  return {
    questionId: sourceId,
    number,
    competencyId,
    stem,
    kind: kind === 'numeracy' ? 'numeracy' : 'text',
    ...(answer && { answer: wordsOf(answer) }),
    ...presentSpoken(parts.interview, question, measuredOf(parts, question)),
    ...presentEvents(parts.interview, question),
    ...(usedSeconds !== undefined && { usedSeconds }),
    ...presentFollowUps(parts),
    ...(why && { why: presentWhyAsked(why, question.competency) }),
    ...presentReview(parts),
    ...(scored && presentScore(scored)),
    ...(scored && assessment && presentSecondReading(assessment, sourceId)),
  }
}

/** How somebody spoke could sway whoever still rates what they said. */
const measuredOf = ({ measured, hidden, blind, question }: QuestionParts, { number }: Asked) =>
  hidden.questions.has(question.sourceId) || blind.hidden.includes(question.sourceId)
    ? undefined
    : measured?.get(number)

/** Who said what, in the order in which it was said. */
function presentFollowUps(parts: QuestionParts): Pick<QuestionOnReport, 'followUps'> {
  const { interview, question } = parts
  const asked = followUpsTo(interview, question.number)
  if (asked.length === 0) return {}
  const { starts } = wholeAnswer(
    question.answer ? wordsOf(question.answer) : '',
    asked.map(({ answer }) => (answer ? wordsOf(answer) : '')),
  )
  return { followUps: asked.map((one, at) => presentFollowUp(parts, one, starts[at] ?? 0)) }
}

function presentFollowUp(
  parts: QuestionParts,
  one: Asked,
  startsAt: number,
): NonNullable<QuestionOnReport['followUps']>[number] {
  const usedSeconds = secondsUsed(one)
  const answer = one.answer ? wordsOf(one.answer) : ''
  return {
    says: one.stem,
    ...(answer.trim() !== '' && { answer }),
    ...presentSpoken(parts.interview, one, measuredOf(parts, one)),
    ...presentEvents(parts.interview, one),
    startsAt,
    ...(usedSeconds !== undefined && { usedSeconds }),
  }
}

/** From the end of thinking to the answer; what the network took is given back. */
function secondsUsed({ clock, answer }: Asked): number | undefined {
  if (!clock || !answer) return undefined
  return Math.max(0, Math.round((answer.at.getTime() - clock.thinkingEndsAt.getTime() - clock.givenBackMs) / 1000))
}

/** A reviewer sees others' ratings only beside their own; who settles sees both. */
function presentReview({
  report,
  assessment,
  question: { sourceId },
  ratings,
  seconds,
  reader,
  nameOf,
  blind,
  ratedByMe,
}: QuestionParts): Pick<QuestionOnReport, 'review'> {
  const rated = ratedByMe.has(sourceId)
  const hidden = blind.hidden.includes(sourceId)
  const given = ratings.filter(({ questionId }) => questionId === sourceId)
  const second = seconds.find(({ questionId }) => questionId === sourceId)
  if (!report.reviewItems.includes(sourceId) && given.length === 0 && !second && !hidden) return {}
  return {
    review: {
      reasons: reasonsFor(assessment, sourceId, hidden),
      hidden,
      ratings: rated || blind.opened.has(sourceId) ? given.map((rating) => presentRating(rating, nameOf)) : [],
      mayAskSecond: rated && second === undefined,
      ...(second && { second: presentSecond(second, { reader, rated, hidden, nameOf }) }),
    },
  }
}

const presentRating = ({ by, at, score, note }: Rating, nameOf: (memberId: string) => string) => ({
  by: nameOf(by),
  at: at.toISOString(),
  score,
  ...(note !== undefined && { note }),
})

const reasonsFor = (assessment: Assessment | undefined, questionId: string, hidden: boolean): Bilingual[] =>
  assessment ? reviewReasons(assessment, questionId, hidden) : [texts.peopleRead]

/** Nothing was judged that could sway a reviewer, who needs the right number to judge by. */
const isForPerson = (assessed: QuestionAssessment): boolean =>
  assessed.kind === 'numeracy' && assessed.status === 'unscored' && assessed.mark.reason === 'unreadable'

function presentScore(scored: QuestionAssessment): Pick<QuestionOnReport, 'score' | 'note' | 'points' | 'mark'> {
  if (scored.kind === 'numeracy') return presentNumber(scored)
  const { score, reason, points } = scored.answer
  return {
    ...(score !== undefined && { score }),
    ...(reason && { note: texts.answerNotes[reason] }),
    points: points.map(({ pointId, label, credit, hit, weight, evidence }) => ({
      pointId,
      label,
      credit,
      hit,
      weight,
      evidence,
    })),
  }
}

type NumberAssessed = Extract<QuestionAssessment, { kind: 'numeracy' }>

function presentNumber({ score, mark }: NumberAssessed): Pick<QuestionOnReport, 'score' | 'note' | 'mark'> {
  const { correct, expected, decimals, reason } = mark
  const note = reason && noteOf(reason)
  return {
    ...(score !== undefined && { score }),
    ...(note && { note }),
    mark: { ...(reason !== 'unreadable' && { correct }), expected, decimals },
  }
}

function noteOf(reason: NonNullable<NumberAssessed['mark']['reason']>): Bilingual | undefined {
  if (reason === 'wrong') return undefined
  if (reason === 'unreadable') return texts.unreadable
  return reason === 'other-unit' ? texts.otherUnit : texts.answerNotes[reason]
}
