/** What the rules allow after a report. Pure. Advancing by rule needs the rule met, nothing for a person, and a slot to offer. */
import type { Assessment, Recommendation } from '../../../../shared/contracts/assessment.js'
import type { DecisionRule } from '../../../../shared/contracts/positions.js'
import type { RoundSlot } from '../../../../shared/contracts/round-slot.js'
import type { Verdict } from './decision.js'

export type NextAfterReport =
  | { kind: 'advance'; slot: RoundSlot }
  /** `slotMissing`: the rule would advance, but nobody has set time and place. */
  | { kind: 'ask-person'; proposal: Verdict; slotMissing: boolean }

/** How the AI round is decided, and what the round after it asks for and offers. */
export interface Rules {
  byRule: boolean
  entry?: DecisionRule
  slot?: RoundSlot
}

const proposals: Record<Recommendation, Verdict> = {
  priority: 'advance',
  'second-round': 'advance',
  hold: 'hold',
  'decline-suggested': 'decline',
}

export function nextAfterReport(assessment: Assessment | undefined, { byRule, entry, slot }: Rules): NextAfterReport {
  if (!assessment) return { kind: 'ask-person', proposal: 'hold', slotMissing: false }
  const met = byRule && entry !== undefined && meetsRule(assessment, entry) && assessment.needsPerson.length === 0
  if (met && slot) return { kind: 'advance', slot }

  return { kind: 'ask-person', proposal: met ? 'advance' : proposals[assessment.recommendation.kind], slotMissing: met }
}

function meetsRule(
  { total, complete, competencies }: Assessment,
  { minTotal, competencyFloors }: DecisionRule,
): boolean {
  if (total === undefined || !complete || total < minTotal) return false
  return competencies.every(({ competencyId, score }) => (score ?? 0) >= (competencyFloors[competencyId] ?? 0))
}
