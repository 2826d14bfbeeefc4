/** What the schema cannot say about the rounds of a position (R4). */
import type { PositionFile, Round } from '../../../shared/contracts/positions.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Finding, Path } from '../../data-files/file-problem.js'
import { texts } from './texts/index.js'

const deciders = new Set(['recruiter', 'hr-admin', 'department-manager'])

export function checkRounds({
  rounds,
  competencyWeights,
}: Pick<PositionFile, 'rounds' | 'competencyWeights'>): Finding[] {
  return rounds.flatMap((round, index) => [
    ...checkPlace(round, index),
    ...checkId(rounds, index),
    ...checkEntry(round, { index, competencyWeights }),
    ...checkDeciders(round, index),
  ])
}

function checkPlace({ kind, slot, sends }: Round, index: number): Finding[] {
  const first = index === 0
  return [
    ...when(first !== (kind === 'ai'), ['rounds', index, 'kind'], texts.aiIsFirst),
    ...when(kind === 'ai' && slot !== undefined, ['rounds', index, 'slot'], texts.slotOfPeople),
    ...when(first !== (sends.entered === 'invitation'), ['rounds', index, 'sends', 'entered'], texts.invitationIsFirst),
  ]
}

function checkId(rounds: readonly Round[], index: number): Finding[] {
  const id = rounds[index]?.id
  const taken = id === 'screening' || rounds.slice(0, index).some((round) => round.id === id)
  return when(taken, ['rounds', index, 'id'], texts.idsDiffer)
}

function checkEntry(
  { entry, kind }: Round,
  { index, competencyWeights }: { index: number; competencyWeights: PositionFile['competencyWeights'] },
): Finding[] {
  if (!entry) return []
  if (kind === 'ai' || index !== 1) return when(true, ['rounds', index, 'entry'], texts.entryAfterAi)
  const weights: Record<string, number> = competencyWeights
  return Object.keys(entry.competencyFloors)
    .filter((id) => !weights[id])
    .map((id) => ({ at: ['rounds', index, 'entry', 'competencyFloors', id], atKey: true, ...texts.unweighed }))
}

const checkDeciders = ({ decides }: Round, index: number): Finding[] => [
  ...when(
    decides.roles.some((role) => !deciders.has(role)),
    ['rounds', index, 'decides', 'roles'],
    texts.whoDecides,
  ),
  ...when(index > 0 && decides.by !== 'person', ['rounds', index, 'decides', 'by'], texts.peopleDecide),
]

const when = (wrong: boolean, at: Path, text: { message: Bilingual; fix: Bilingual }): Finding[] =>
  wrong ? [{ at, ...text }] : []
