/**
 * The bands before and after somebody looked again (E8): of each question what people gave, else what the machine gave. Nothing is changed
 * for it: both are drawn from ratings and an assessment that are kept. Pure.
 */
import type { Assessment } from '../../../../shared/contracts/assessment.js'
import type { Versions } from '../../../../shared/contracts/report-versions.js'
import { bandNames, bandOf, rounded, scoreOfTotal, totalOfScore } from '../../assessment/index.js'
import type { Interview } from '../../interviews/index.js'
import type { Rating } from '../rating-store.js'
import { machineScore } from './second-rating.js'

export interface VersionParts {
  assessment?: Assessment | undefined
  interview: Pick<Interview, 'questions'>
  ratings: readonly Rating[]
  settled: ReadonlyMap<string, number>
  askedAt: Date
}

/** Undefined until somebody rated after it was asked. */
export function twoVersions(
  parts: VersionParts,
  nameOf: (memberId: string) => string,
): { before: Versions['before']; after: Versions['after'] } | undefined {
  const { ratings, askedAt } = parts
  const later = ratings.filter(({ at }) => at >= askedAt)
  if (later.length === 0) return undefined
  const earlier = ratings.filter(({ at }) => at < askedAt)
  const before = (questionId: string) =>
    parts.settled.get(questionId) ?? meanOf(earlier, questionId) ?? machineScore(parts.assessment, questionId)
  return {
    before: versionOf(parts, before, namesIn(earlier, nameOf)),
    after: versionOf(parts, (id) => meanOf(later, id) ?? before(id), namesIn(later, nameOf)),
  }
}

const namesIn = (ratings: readonly Rating[], nameOf: (memberId: string) => string): string[] => [
  ...new Set(ratings.map(({ by }) => nameOf(by))),
]

function meanOf(ratings: readonly Rating[], questionId: string): number | undefined {
  const given = ratings.filter((one) => one.questionId === questionId).map(({ score }) => score)
  return given.length > 0 ? given.reduce((sum, score) => sum + score, 0) / given.length : undefined
}

function versionOf(
  { interview, assessment }: VersionParts,
  scoreOf: (questionId: string) => number | undefined,
  by: string[],
): Versions['before'] {
  const ids = [...new Set(interview.questions.map(({ competencyId }) => competencyId))]
  const competencies = ids.flatMap((id) => {
    const asked = interview.questions.filter(({ competencyId }) => competencyId === id)
    const scores = asked.flatMap(({ sourceId }) => scoreOf(sourceId) ?? [])
    if (scores.length === 0) return []
    const score = rounded(scores.reduce((sum, one) => sum + one, 0) / scores.length, 2)
    return [{ id, name: asked[0]!.competency, score, band: bandNames[bandOf(score)] }]
  })
  const total = totalOf(competencies, assessment)
  return { by, competencies, ...(total !== undefined && { total, band: bandNames[bandOf(scoreOfTotal(total))] }) }
}

/** By the weights that the report has; without an assessment there are none. */
function totalOf(
  competencies: readonly { id: string; score: number }[],
  assessment: Assessment | undefined,
): number | undefined {
  const weighed = competencies.map(({ id, score }) => ({
    score,
    weight: assessment?.competencies.find(({ competencyId }) => competencyId === id)?.weight ?? 0,
  }))
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0)
  if (all === 0) return undefined
  return totalOfScore(weighed.reduce((sum, { score, weight }) => sum + score * weight, 0) / all)
}
