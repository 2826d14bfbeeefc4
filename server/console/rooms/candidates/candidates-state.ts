/** The list of candidates as it is filtered and grows page by page. Pure. */
import type { CandidateOrder, CandidateRow } from '../../../../shared/contracts/staff-reports.js'

/** In the address. What is searched for is a name or number, so it stands in no address. */
export const filterNames = ['positionId', 'step', 'show', 'order'] as const

/** Who moved on meanwhile may come on two pages. */
export function withPage(shown: readonly CandidateRow[], page: readonly CandidateRow[]): CandidateRow[] {
  const known = new Set(shown.map(({ applicationId }) => applicationId))
  return [...shown, ...page.filter(({ applicationId }) => !known.has(applicationId))]
}

/** By which columns a list can be put in order. */
export const orderOfColumn = {
  applied: 'newest',
  since: 'waiting',
  degree: 'education',
  score: 'score',
} as const satisfies Record<string, CandidateOrder>
