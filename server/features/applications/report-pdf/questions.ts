/** Question by question: what was asked, the answer as it was typed, and how it was judged. Pure. */
import type { Content } from 'pdfmake/interfaces.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { totalsOf } from '../../../../shared/meanwhile/index.js'
import { lastedInWords, spanInWords } from '../../../../shared/spans/index.js'
import { undrawableNote } from '../../../pdf/pdf-spec.js'
import type { ReportForStaff } from '../../reports/index.js'
import { both, box, colours, inLine, joined, section } from './blocks.js'
import { texts } from './texts/index.js'

type Question = ReportForStaff['questions'][number]
type FollowUp = NonNullable<Question['followUps']>[number]
type Point = NonNullable<Question['points']>[number]

/** A third of a page: kept together with its question. */
const shortAnswer = 600

export function questions({ questions: all, competencies }: ReportForStaff): Content[] {
  const nameOf = (id: string) => competencies.find((one) => one.id === id)?.name
  const note: Content = { id: undrawableNote, text: allWords(texts.undrawable), color: colours.warn }
  const [first, ...rest] = all.flatMap((one) => questionPart(one, nameOf(one.competencyId)))
  return section(texts.questions, [{ stack: [note, ...(first === undefined ? [] : [first])] }, ...rest])
}

const allWords = ({ zh, en }: Bilingual): string => `${zh}\n${en}`

function questionPart(question: Question, competency: Bilingual | undefined): Content[] {
  const { note, secondScorer, points = [], followUps = [] } = question
  return [
    ...askedAndSaid(question, competency),
    ...followUps.flatMap(followUpPart),
    ...(note ? [both(note, { color: colours.warn })] : []),
    ...markOf(question),
    ...reviewOf(question),
    ...pointsOf(points),
    ...(secondScorer ? [both(secondScorer, { color: colours.grey, fontSize: 9 })] : []),
  ]
}

function askedAndSaid(question: Question, competency: Bilingual | undefined): Content[] {
  const { number, stem, answer, spoken } = question
  const head = joined([
    texts.question(number),
    ...(competency ? [competency] : []),
    ...factsOf(question),
    ...meanwhileOf(question),
  ])
  return promptAndWords(
    { stack: [inLine(head, { bold: true }), both(stem)], margin: [0, 8, 0, 0] },
    { answer, without: spoken ? texts.notWrittenDown : texts.noAnswer, spoken },
  )
}

/** What was asked on the answer, or how the scene went on. */
function followUpPart(followUp: FollowUp, index: number): Content[] {
  const { says, answer, spoken, usedSeconds } = followUp
  const head = joined([texts.followUp(index + 1), ...usedFor(usedSeconds), ...meanwhileOf(followUp)])
  return promptAndWords(
    { stack: [inLine(head, { bold: true, fontSize: 9 }), both(says)], margin: [0, 4, 0, 0] },
    { answer, without: spoken ? texts.notWrittenDown : texts.nothingAdded, spoken },
  )
}

function promptAndWords(
  prompt: Content,
  { answer, without, spoken }: { answer: string | undefined; without: Bilingual; spoken: Question['spoken'] },
): Content[] {
  const said: Content = answer
    ? { text: answer, preserveLeadingSpaces: true, preserveTrailingSpaces: true }
    : both(without, { color: colours.grey })
  const content = [prompt, box([said], colours.soft), ...correctionOf(spoken)]
  return (answer ?? '').length <= shortAnswer ? [{ unbreakable: true, stack: content }] : content
}

/** What was heard, beside what the candidate made of it. */
function correctionOf(spoken: Question['spoken']): Content[] {
  const { correction } = spoken ?? {}
  if (!correction) return []
  const { samePercent, isFar, pieces } = correction
  const heard = pieces.filter((piece) => piece.in !== 'corrected').map(({ text }) => text)
  return [
    both(texts.corrected(samePercent), { color: isFar ? colours.warn : colours.grey, fontSize: 9 }),
    box([{ text: heard.join(''), color: colours.grey, fontSize: 9 }], colours.soft),
  ]
}

const factsOf = ({ score, usedSeconds }: Question): Bilingual[] => [
  ...(score === undefined ? [] : [texts.score(score.toFixed(1))]),
  ...usedFor(usedSeconds),
]

/** In no score. */
const meanwhileOf = ({ spoken, events }: Pick<FollowUp, 'spoken' | 'events'>): Bilingual[] =>
  totalsOf(spoken?.events ?? events ?? []).map(({ kind, times, lastedMs }) =>
    texts.meanwhile[kind](times, lastedInWords(lastedMs)),
  )

const usedFor = (seconds: number | undefined): Bilingual[] =>
  seconds === undefined ? [] : [texts.used(spanInWords(seconds * 1000))]

function markOf({ mark }: Question): Content[] {
  if (!mark) return []
  const expected = mark.expected.toFixed(mark.decimals)
  if (mark.correct === undefined) return [both(texts.expected(expected))]
  return [both(mark.correct ? texts.right(expected) : texts.wrong(expected), { bold: true })]
}

function reviewOf({ review, score }: Question): Content[] {
  if (!review) return []
  return [
    ...(score === undefined && review.hidden ? [both(texts.hiddenScore, { color: colours.warn })] : []),
    ...review.ratings.map(({ by, score: given, note }): Content => ({
      stack: [both(texts.rated(by, given.toFixed(1)), { bold: true }), ...(note === undefined ? [] : [note])],
    })),
  ]
}

function pointsOf(points: readonly Point[]): Content[] {
  if (points.length === 0) return []
  return [
    {
      table: { widths: [66, 393, 24], dontBreakRows: true, body: points.map(pointRow) },
      layout: 'noBorders',
      fontSize: 9,
      margin: [0, 2, 0, 2],
    },
  ]
}

const pointRow = ({ label, credit, hit, evidence }: Point): Content[] => [
  both(hit ? texts.met : credit > 0 ? texts.partly : texts.missed, { color: hit ? colours.brand : colours.grey }),
  { stack: [inLine(label), ...evidence.map(({ text }) => ({ text: `“${text}”`, color: colours.grey }))] },
  { text: credit === 0 ? '0' : credit.toFixed(1), alignment: 'right' },
]
