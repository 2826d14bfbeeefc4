/** What the report suggests (R11, R25). It never decides: a decline needs a reviewer and a reason elsewhere (C3). */
import type {
  Assessment,
  CompetencyAssessment,
  QuestionAssessment,
  Recommendation,
} from '../../../shared/contracts/assessment.js'
import type { DecisionRule } from '../../../shared/contracts/positions.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { lineText } from './acts/line-text.js'
import { bandNames, bandOf, scoreOfTotal } from './scale.js'
import { texts } from './texts/index.js'

/** Totals from which a suggestion is made; they are the lower ends of the bands. */
export const suggestionFrom = { priority: 80, secondRound: 60, hold: 40 } as const

interface Grounds {
  total: number | undefined
  complete: boolean
  competencies: readonly CompetencyAssessment[]
  questions: readonly QuestionAssessment[]
  decision: DecisionRule | undefined
}

export function recommend(grounds: Grounds): Assessment['recommendation'] {
  const kind = suggest(grounds)
  return { kind, name: texts.recommendations[kind], reasons: reasonsFor(grounds), decidedBy: texts.personDecides }
}

/** What could not be scored is never a reason to decline, and never enough to be first. */
function suggest(grounds: Grounds): Recommendation {
  const { total, complete } = grounds
  if (total === undefined) return 'hold'

  if (linesTold(grounds.questions).length > 0) return 'hold'
  const isSound = complete && belowFloors(grounds).length === 0 && !hasFlagged(grounds.questions)
  if (total >= suggestionFrom.priority && isSound) return 'priority'
  if (total >= Math.max(suggestionFrom.secondRound, grounds.decision?.minTotal ?? 0)) return 'second-round'
  if (total >= suggestionFrom.hold || !complete || hasFlagged(grounds.questions)) return 'hold'
  return 'decline-suggested'
}

function reasonsFor(grounds: Grounds): Bilingual[] {
  const { total, complete, competencies, questions } = grounds
  if (total === undefined) return [...linesTold(questions), texts.nothingScored]

  const scored = competencies.flatMap(({ name, score }) => (score === undefined ? [] : [{ name, score }]))
  const best = scored.reduce(
    (one, other) => (other.score > one.score ? other : one),
    scored[0] ?? { name: texts.nothingScored, score: 0 },
  )
  const worst = scored.reduce((one, other) => (other.score < one.score ? other : one), best)

  return [
    ...linesTold(questions),
    texts.total(total, bandNames[bandOf(scoreOfTotal(total))]),
    ...(best.score >= 3.4 ? [texts.strongest(best.name, best.score)] : []),
    ...(worst.score < 2.6 ? [texts.weakest(worst.name, worst.score)] : []),
    ...belowFloors(grounds).map(({ name, floor }) => texts.belowFloor(name, floor)),
    ...(complete ? [] : [texts.incomplete]),
    ...(hasFlagged(questions) ? [texts.flaggedAnswers] : []),
  ]
}

function belowFloors({ competencies, decision }: Grounds): { name: Bilingual; floor: number }[] {
  return competencies.flatMap(({ competencyId, name, score }) => {
    const floor = decision?.competencyFloors[competencyId]
    return floor !== undefined && score !== undefined && score < floor ? [{ name, floor }] : []
  })
}

/** Crossed for certain or maybe. */
function linesTold(questions: readonly QuestionAssessment[]): Bilingual[] {
  return questions.flatMap((one) => (one.kind === 'text' ? (lineText(one.answer) ?? []) : []))
}

/** Caught by a rule that can be wrong, or not understood by any; unlike an empty answer, and one that was never asked for. */
function hasFlagged(questions: readonly QuestionAssessment[]): boolean {
  return questions.some((one) => {
    if (one.kind !== 'text') return false
    const { status, reason, flags } = one.answer
    if (status === 'scored') return flags.includes('examiner')
    return reason !== 'empty' && reason !== 'not-shown'
  })
}
