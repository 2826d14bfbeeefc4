/**
 * What a person reviews, and what stays hidden from a reviewer until they have rated it (E5, docs/decisions/016): the question's
 * score, points, mark and praise; every competency it counts in; total, rank and recommendation. Pure.
 */
import type { Assessment, PersonReason } from '../../../shared/contracts/assessment.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { texts } from './texts/index.js'

/** The questions that a person has to rate: those named, and all of a competency that is named without a question. */
export function reviewItemsOf({
  needsPerson,
  competencies,
  questions,
}: Pick<Assessment, 'needsPerson' | 'competencies' | 'questions'>): string[] {
  const asked = questions.map(({ questionId }) => questionId)
  const named = needsPerson.flatMap(({ questionId, competencyId }) => {
    if (questionId !== undefined) return [questionId]
    return competencies.find((one) => one.competencyId === competencyId)?.questionIds ?? []
  })
  return asked.filter((id) => named.includes(id))
}

export interface Hidden {
  questions: ReadonlySet<string>
  competencies: ReadonlySet<string>
  /** Total, rank, recommendation, and what the rules propose. */
  whole: boolean
}

export function hiddenFrom({ competencies }: Pick<Assessment, 'competencies'>, unrated: readonly string[]): Hidden {
  const questions = new Set(unrated)
  const touched = competencies.filter(({ questionIds }) => questionIds.some((id) => questions.has(id)))
  return {
    questions,
    competencies: new Set(touched.map(({ competencyId }) => competencyId)),
    whole: questions.size > 0,
  }
}

/**
 * Told before anybody has rated: what nobody could score, and what a person has to know before reading on. A red line is quoted from the
 * answer; whether it was crossed is what the person judges.
 */
const openReasons: ReadonlySet<PersonReason> = new Set<PersonReason>([
  'red-line',
  'may-cross',
  'examiner',
  'not-understood',
  'language',
  'not-answered',
  'not-assessed',
  'corrected',
])

export const isOpenReason = ({ reason }: { reason: PersonReason }): boolean => openReasons.has(reason)

/**
 * Why a person looks at a question. That its score is in the middle, or unsure, would tell the score: until it is rated, only that
 * somebody has to read it.
 */
export function reviewReasons(
  { needsPerson, competencies }: Pick<Assessment, 'needsPerson' | 'competencies'>,
  questionId: string,
  hidden: boolean,
): Bilingual[] {
  const about = needsPerson.filter((one) => {
    if (one.questionId !== undefined) return one.questionId === questionId
    return competencies.some(
      (competency) => competency.competencyId === one.competencyId && competency.questionIds.includes(questionId),
    )
  })
  const told = hidden ? about.filter(isOpenReason) : about
  return told.length > 0 ? told.map(({ text }) => text) : [texts.readItYourself]
}
