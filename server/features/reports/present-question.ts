/** One question on the report page: what was asked and answered, and, once it is not hidden, how it was scored. Pure. */
import type { Assessment, QuestionAssessment } from '../../../shared/contracts/assessment.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Interview } from '../interviews/index.js'
import type { ReportForStaff, ReportParts } from './present-report.js'
import { presentSecondReading } from './present-second-scorer.js'
import { presentWhyAsked } from './present-why-asked.js'
import { reviewReasons, type Hidden } from './review.js'
import { texts } from './texts/index.js'

type QuestionOnReport = ReportForStaff['questions'][number]
type Asked = Interview['questions'][number]

interface QuestionParts extends ReportParts {
  question: Asked
  hidden: Hidden
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
    ...(answer && { answer: answer.text }),
    ...(usedSeconds !== undefined && { usedSeconds }),
    ...(why && { why: presentWhyAsked(why, question.competency) }),
    ...presentReview(parts),
    ...(scored && presentScore(scored)),
    ...(scored && assessment && presentSecondReading(assessment, sourceId)),
  }
}

/** From the end of thinking to the answer; what the network took is given back. */
function secondsUsed({ clock, answer }: Asked): number | undefined {
  if (!clock || !answer) return undefined
  return Math.max(0, Math.round((answer.at.getTime() - clock.thinkingEndsAt.getTime() - clock.givenBackMs) / 1000))
}

/** A reviewer sees others' ratings only beside their own. */
function presentReview({
  report,
  assessment,
  question: { sourceId },
  ratings,
  nameOf,
  ratedByMe,
}: QuestionParts): Pick<QuestionOnReport, 'review'> {
  const mine = ratedByMe.has(sourceId)
  const given = ratings.filter(({ questionId }) => questionId === sourceId)
  if (!report.reviewItems.includes(sourceId) && given.length === 0) return {}
  return {
    review: {
      reasons: reasonsFor(assessment, sourceId, !mine),
      hidden: !mine && report.reviewItems.includes(sourceId),
      ratings: mine
        ? given.map(({ by, at, score, note }) => ({
            by: nameOf(by),
            at: at.toISOString(),
            score,
            ...(note !== undefined && { note }),
          }))
        : [],
    },
  }
}

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
