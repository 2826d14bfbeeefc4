/**
 * Which group each place of a plan goes to (R2). What a résumé lacks is asked about once more at a free place: everybody gets as many
 * questions of the same make, and of the parallel forms of the plan the one that fits the person. Pure.
 */
import type { CoreTag, PlanPlace, PositionFile } from '../../../shared/contracts/positions.js'
import type { CompetencyId } from '../../../shared/contracts/question-bank.js'
import type { WhyAsked } from './why-asked.js'

type SettledPlace = Pick<PlanPlace, 'formGroup'> & Pick<WhyAsked, 'isFree' | 'lacking'>

export function freePlaces(
  { plan, competencyWeights }: Pick<PositionFile, 'plan' | 'competencyWeights'>,
  lacking: readonly CoreTag[],
  competencyOf: (formGroup: string) => CompetencyId | undefined,
): SettledPlace[] {
  const given = new Map<CompetencyId, number>()

  return plan.map(({ formGroup, or }) => {
    if (!or) return { formGroup }
    const wanted = [formGroup, ...or]
      .map((group) => ({ group, competencyId: competencyOf(group) }))
      .filter(({ competencyId }) => lacking.some((tag) => tag.competencyId === competencyId))
      .sort((one, other) => rank(one) - rank(other) || weight(other) - weight(one))[0]
    if (wanted?.competencyId === undefined) return { formGroup, isFree: true }

    given.set(wanted.competencyId, rank(wanted) + 1)
    return { formGroup: wanted.group, isFree: true, lacking: namesOf(lacking, wanted.competencyId) }
  })

  /** What has got a free place waits until the others that lack something have theirs. */
  function rank({ competencyId }: { competencyId: CompetencyId | undefined }): number {
    return competencyId === undefined ? 0 : (given.get(competencyId) ?? 0)
  }
  function weight({ competencyId }: { competencyId: CompetencyId | undefined }): number {
    return competencyId === undefined ? 0 : competencyWeights[competencyId]
  }
}

const namesOf = (tags: readonly CoreTag[], competencyId: CompetencyId) =>
  tags.filter((tag) => tag.competencyId === competencyId).map(({ label, words }) => ({ label, words }))
