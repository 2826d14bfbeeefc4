/** Which filters the list of candidates offers. Pure. */
import type { CandidateRow } from '../../../../shared/contracts/staff-reports.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'

export const filterNames = ['search', 'positionId', 'step'] as const

export interface Choices {
  positions: ReadonlyMap<string, Bilingual>
  steps: ReadonlyMap<string, Bilingual>
}

export const noChoices: Choices = { positions: new Map(), steps: new Map() }

/** A filtered list names few of them, so what was seen before stays on offer. */
export function choicesWith({ positions, steps }: Choices, rows: readonly CandidateRow[]): Choices {
  return {
    positions: new Map([...positions, ...rows.map((row) => [row.positionId, row.positionTitle] as const)]),
    steps: new Map([...steps, ...rows.map((row) => [row.step, row.stepName] as const)]),
  }
}
