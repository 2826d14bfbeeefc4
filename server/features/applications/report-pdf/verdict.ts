/** What comes first: red lines and what needs a person, the recommendation with its reasons, every competency with its quotations. Pure. */
import type { Content } from 'pdfmake/interfaces.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { ReportForStaff } from '../../reports/index.js'
import { both, box, bullets, colours, inLine, joined, rule, section, smallHeading } from './blocks.js'
import { texts } from './texts/index.js'

type Competency = ReportForStaff['competencies'][number]
type Question = ReportForStaff['questions'][number]
const mostQuotations = 3

export function attention(report: ReportForStaff): Content[] {
  const { needsPerson, questions } = report
  const said = new Set(needsPerson.map(({ questionId }) => questionId))
  const unread = questions.filter(({ questionId, review }) => review?.hidden && !said.has(questionId))
  const lines = [
    ...needsPerson.map((need) => needLine(need, report)),
    ...unread.map(({ number }) => both(texts.about(texts.question(number), texts.reviewFirst))),
  ]
  if (lines.length === 0) return []
  return [...section(texts.attention, []), box(bullets(lines), colours.warnSoft)]
}

function needLine(
  { reason, text, questionId, competencyId }: ReportForStaff['needsPerson'][number],
  report: ReportForStaff,
): Content {
  const question = report.questions.find((one) => one.questionId === questionId)
  const competency = report.competencies.find(({ id }) => id === competencyId)
  const isLine = reason === 'red-line'
  const isUrgent = isLine || reason === 'may-cross'
  const what = [
    ...(isLine ? [texts.redLine] : []),
    ...(question ? [texts.question(question.number)] : competency ? [competency.name] : []),
  ]
  const line = what.length > 0 ? texts.about(joined(what), text) : text
  return both(line, isUrgent ? { bold: true, color: colours.bad } : { color: colours.warn })
}

export function verdict(report: ReportForStaff): Content[] {
  const { recommendation } = report
  const why = recommendation && [
    { stack: [inLine(recommendation.name, { bold: true, fontSize: 12 })], margin: [0, 0, 0, 4] } satisfies Content,
    ...bullets(recommendation.reasons.map((reason) => both(reason))),
    both(recommendation.decidedBy, { color: colours.grey }),
  ]
  return section(texts.verdict, [...totalOf(report), ...(why ?? [])])
}

function totalOf({ total, band, rank, status, questions }: ReportForStaff): Content[] {
  if (total === undefined) {
    const waits = questions.some(({ review }) => review?.hidden) && status !== 'awaiting-human' && status !== 'failed'
    return [both(waits ? texts.hiddenTotal : texts.withoutScore[status])]
  }
  return [
    {
      columns: [
        { width: 'auto', text: texts.total(Math.round(total)).zh, fontSize: 22, bold: true, lineHeight: 1 },
        {
          width: '*',
          stack: [
            ...(band ? [inLine(band, { bold: true })] : []),
            ...(rank ? [both(texts.rank(rank.higherThan, rank.of))] : []),
          ],
        },
      ],
      columnGap: 14,
      margin: [0, 0, 0, 6],
    },
  ]
}

export function competencies({ competencies: all, questions }: ReportForStaff): Content[] {
  if (all.length === 0) return []
  const { columns } = texts
  const head = [columns.competency, columns.weight, columns.score, columns.band, columns.median]
  return section(texts.competencies, [
    row(head.map((one) => both(one, { bold: true, fontSize: 9 }))),
    ...all.map((one) => competencyPart(one, questions)),
  ])
}

const widths = ['*', 44, 76, 92, 78] as const
const row = (cells: Content[]): Content => ({
  columns: cells.map((one, at) => ({ width: widths[at]!, stack: [one] })),
  columnGap: 8,
})

function competencyPart(competency: Competency, questions: readonly Question[]): Content {
  const { name, weight, score, band, median, anchor, hidden } = competency
  const shown = score !== undefined ? score.toFixed(1) : hidden ? texts.waitsForReview : texts.noScore
  const cells = [
    both(name),
    `${weight}%`,
    both(shown, { bold: true }),
    band ? both(band) : '',
    median === undefined ? '–' : median.toFixed(1),
  ]
  const below = [...(anchor ? [both(anchor, { color: colours.grey })] : []), ...quotationsFor(competency, questions)]
  return {
    unbreakable: true,
    stack: [rule(), row(cells), { stack: below, margin: [10, 1, 0, 0] }],
    margin: [0, 4, 0, 0],
  }
}

/** Of its questions, what earned the most. */
function quotationsFor({ id, hidden }: Competency, questions: readonly Question[]): Content[] {
  if (hidden) return []
  const found = questions
    .filter(({ competencyId }) => competencyId === id)
    .flatMap(({ number, points = [] }) =>
      points
        .filter(({ hit }) => hit)
        .flatMap(({ credit, weight, evidence }) =>
          evidence.map(({ text }) => ({ number, text, worth: credit * weight })),
        ),
    )
    .sort((one, other) => other.worth - one.worth)
  const different = found.filter(({ text }, at) => found.findIndex((one) => one.text === text) === at)
  return different
    .slice(0, mostQuotations)
    .map(({ number, text }) => ({ text: texts.quoted(number, text).zh, fontSize: 9 }))
}

export function remarks({ highlights, suggestions, indicators, questions }: ReportForStaff): Content[] {
  return [
    ...listOf(texts.highlights, highlights),
    ...listOf(texts.suggestions, suggestions),
    ...indicatorsOf(indicators, questions),
  ]
}

/** A reference: nothing of it is in any score. */
function indicatorsOf(all: ReportForStaff['indicators'], questions: readonly Question[]): Content[] {
  if (all.length === 0) return []
  const numberOf = (questionId: string) => questions.find((one) => one.questionId === questionId)?.number ?? 0
  return [
    smallHeading(texts.indicators),
    both(texts.indicatorsBeside),
    ...bullets(
      all.map(({ label, found }) => ({
        stack: [
          both(label),
          ...found.map(({ questionId, evidence }) => ({
            text: texts.quoted(numberOf(questionId), evidence.text).zh,
            fontSize: 9,
          })),
        ],
      })),
    ),
  ]
}

const listOf = (title: Bilingual, all: ReportForStaff['highlights']): Content[] =>
  all.length > 0 ? [smallHeading(title), ...bullets(all.map(({ text }) => both(text)))] : []
