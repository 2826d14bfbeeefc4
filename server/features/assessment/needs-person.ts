/** What a person has to look at before anything happens by itself. An empty list lets the position's rule advance a candidate. */
import type {
  CompetencyAssessment,
  NeedsPerson,
  PersonReason,
  QuestionAssessment,
} from '../../../shared/contracts/assessment.js'
import { lineText } from './acts/line-text.js'
import type { InterviewToAssess } from './interview.js'
import { suggestionFrom } from './recommendation.js'
import { texts } from './texts/index.js'

/** Requirements D: a score in the middle of the scale is not sure enough. */
const middle = { from: 2.5, to: 3.5 }
/** Points of 100 to either side of a threshold. */
const near = 3

interface Assessed {
  questions: readonly QuestionAssessment[]
  competencies: readonly CompetencyAssessment[]
  total: number | undefined
  position: InterviewToAssess['position']
}

export function whatNeedsPerson({ questions, competencies, total, position }: Assessed): NeedsPerson[] {
  return [
    ...redLinesFirst(questions.flatMap(aboutQuestion)),
    ...competencies.filter(({ weight }) => weight > 0).flatMap(aboutCompetency),
    ...(isNearThreshold(total, position) ? [because('near-threshold')] : []),
  ]
}

function aboutQuestion(one: QuestionAssessment): NeedsPerson[] {
  const { questionId, competencyId } = one
  const reason = one.kind === 'text' ? textReason(one.answer) : numeracyReason(one)
  if (!reason) return []
  const line = one.kind === 'text' && isAboutLine(reason) ? lineText(one.answer) : undefined
  return [{ reason, text: line ?? because(reason).text, questionId, competencyId }]
}

function textReason({
  status,
  reason,
  flags,
}: Extract<QuestionAssessment, { kind: 'text' }>['answer']): PersonReason | undefined {
  if (reason === 'empty' || reason === 'not-shown') return 'not-answered'
  if (reason === 'language' || reason === 'not-understood' || reason === 'red-line' || reason === 'may-cross')
    return reason
  if (reason === 'injected' || flags.includes('examiner')) return 'examiner'
  return status === 'lowest-band' || reason === 'dismissive' || flags.length > 0 ? 'flagged-answer' : undefined
}

function numeracyReason({ mark }: Extract<QuestionAssessment, { kind: 'numeracy' }>): PersonReason | undefined {
  if (mark.reason === 'empty' || mark.reason === 'not-shown') return 'not-answered'
  return mark.reason === 'unreadable' ? 'not-understood' : undefined
}

/** What was never asked about is the position's doing, and nobody reviews it. */
function aboutCompetency({ competencyId, score, questionIds }: CompetencyAssessment): NeedsPerson[] {
  if (questionIds.length === 0) return []
  if (score === undefined) return [{ ...because('not-assessed'), competencyId }]
  return score >= middle.from && score <= middle.to ? [{ ...because('middle-score'), competencyId }] : []
}

function isNearThreshold(total: number | undefined, { decision }: InterviewToAssess['position']): boolean {
  if (total === undefined) return false
  const thresholds = [...Object.values(suggestionFrom), ...(decision ? [decision.minTotal] : [])]
  return thresholds.some((threshold) => Math.abs(total - threshold) <= near)
}

const isAboutLine = (reason: PersonReason) => reason === 'red-line' || reason === 'may-cross'

const redLinesFirst = (needs: readonly NeedsPerson[]) => [
  ...needs.filter(({ reason }) => reason === 'red-line'),
  ...needs.filter(({ reason }) => reason === 'may-cross'),
  ...needs.filter(({ reason }) => !isAboutLine(reason)),
]

/** Also for whoever looks at it after the rules. */
export const because = (reason: PersonReason) => ({ reason, text: texts.needsPerson[reason] })
