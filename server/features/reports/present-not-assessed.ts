/** What was not assessed, and why: answers without a score, competencies without a question, and what is never looked at. Pure. */
import type { Assessment, QuestionAssessment } from '../../../shared/contracts/assessment.js'
import type { ReportStatus } from '../../../shared/contracts/reports.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Interview } from '../interviews/index.js'
import type { ReportForStaff } from './present-report.js'
import { texts } from './texts/index.js'

type NotAssessed = ReportForStaff['notAssessed'][number]

export interface NotAssessedParts {
  assessment?: Assessment
  status: ReportStatus
  asked: readonly Pick<Interview['questions'][number], 'sourceId' | 'number'>[]
  /** Questions whose score the reader has not seen yet (E5). */
  hidden: ReadonlySet<string>
  /** By the reader. */
  rated: ReadonlySet<string>
}

export function presentNotAssessed(parts: NotAssessedParts): NotAssessed[] {
  const { assessment, status } = parts
  const machine = assessment
    ? [
        ...assessment.questions.flatMap((one) => aboutQuestion(one, parts)),
        ...assessment.competencies.flatMap(aboutCompetency),
      ]
    : [{ what: texts.allAnswers, why: status === 'failed' ? texts.notCompleted : texts.peopleRead }]
  return [...machine, { what: texts.voiceAndFace, why: texts.contentOnly }]
}

function aboutQuestion(one: QuestionAssessment, { asked, hidden, rated }: NotAssessedParts): NotAssessed[] {
  const question = asked.find(({ sourceId }) => sourceId === one.questionId)
  const why = whyUnscored(one)
  if (!question || !why || (hidden.has(one.questionId) && !why.open)) return []
  return [
    { what: texts.question(question.number), why: rated.has(one.questionId) ? texts.ratedByYou(why.text) : why.text },
  ]
}

/** `open`: tells nothing of how good an answer is, so that it may be said before a person has rated it. */
function whyUnscored(one: QuestionAssessment): { text: Bilingual; open: boolean } | undefined {
  if (one.kind === 'numeracy') {
    if (one.status !== 'unscored') return undefined
    return { text: one.mark.reason === 'not-shown' ? texts.answerNotes['not-shown'] : texts.unreadable, open: true }
  }
  const { status, reason } = one.answer
  if (status !== 'unscored' || !reason) return undefined
  return { text: texts.answerNotes[reason], open: reason !== 'dismissive' }
}

function aboutCompetency({ name, weight, score, questionIds }: Assessment['competencies'][number]): NotAssessed[] {
  if (weight === 0 || score !== undefined) return []
  return [{ what: name, why: questionIds.length === 0 ? texts.neverAsked : texts.nothingToScore }]
}
