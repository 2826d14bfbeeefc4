/** What comes last: what was not assessed, where résumé and answers do not meet, and who or what judged on what basis. Pure. */
import type { Content } from 'pdfmake/interfaces.js'
import type { ReportForStaff } from '../../reports/index.js'
import { both, bullets, joined, section } from './blocks.js'
import { texts } from './texts/index.js'

export const notAssessed = ({ notAssessed: all }: ReportForStaff): Content[] =>
  all.length > 0 ? section(texts.notAssessed, bullets(all.map(({ what, why }) => both(texts.about(what, why))))) : []

export const hints = ({ resumeHints }: ReportForStaff): Content[] =>
  resumeHints.length > 0 ? section(texts.hints, bullets(resumeHints.map(({ text }) => both(text)))) : []

export function judged({ madeBy, questions, basis }: ReportForStaff, timeOf: (at: string) => string): Content[] {
  const reviewers = [...new Set(questions.flatMap(({ review }) => review?.ratings.map(({ by }) => by) ?? []))]
  return section(
    texts.judged,
    bullets([
      both(madeBy ? texts.scorer(madeBy.scorer, madeBy.rubric) : texts.noMachine),
      ...(madeBy?.secondScorer ? [both(madeBy.secondScorer)] : []),
      ...(reviewers.length > 0 ? [both(texts.reviewers(reviewers))] : []),
      both(basis ? basisOf(basis, timeOf) : texts.noBasis),
    ]),
  )
}

function basisOf(
  { noticeVersion, at, scoring, sharing }: NonNullable<ReportForStaff['basis']>,
  timeOf: (at: string) => string,
) {
  return joined([
    texts.basis(noticeVersion, timeOf(at)),
    texts.scoring[scoring ? 'yes' : 'no'],
    texts.sharing[sharing ? 'yes' : 'no'],
  ])
}
