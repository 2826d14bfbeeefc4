/** What the schema cannot say about the rounds of a position (R4). */
import type { PositionFile, Round } from '../../../shared/contracts/positions.js'
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
    ...when(first !== (kind === 'ai'), ['rounds', index, 'kind'], 'aiIsFirst'),
    ...when(kind === 'ai' && slot !== undefined, ['rounds', index, 'slot'], 'slotOfPeople'),
    ...when(first !== (sends.entered === 'invitation'), ['rounds', index, 'sends', 'entered'], 'invitationIsFirst'),
  ]
}

function checkId(rounds: readonly Round[], index: number): Finding[] {
  const id = rounds[index]?.id
  const taken = id === 'screening' || rounds.slice(0, index).some((round) => round.id === id)
  return when(taken, ['rounds', index, 'id'], 'idsDiffer')
}

function checkEntry(
  { entry, kind }: Round,
  { index, competencyWeights }: { index: number; competencyWeights: PositionFile['competencyWeights'] },
): Finding[] {
  if (!entry) return []
  if (kind === 'ai' || index !== 1) return when(true, ['rounds', index, 'entry'], 'entryAfterAi')
  const weights: Record<string, number> = competencyWeights
  return Object.keys(entry.competencyFloors)
    .filter((id) => !weights[id])
    .map((id) => ({
      at: ['rounds', index, 'entry', 'competencyFloors', id],
      atKey: true,
      code: 'unweighed',
      ...texts.unweighed,
    }))
}

const checkDeciders = ({ decides }: Round, index: number): Finding[] => [
  ...when(
    decides.roles.some((role) => !deciders.has(role)),
    ['rounds', index, 'decides', 'roles'],
    'whoDecides',
  ),
  ...when(index > 0 && decides.by !== 'person', ['rounds', index, 'decides', 'by'], 'peopleDecide'),
]

type Code =
  'aiIsFirst' | 'slotOfPeople' | 'invitationIsFirst' | 'idsDiffer' | 'entryAfterAi' | 'whoDecides' | 'peopleDecide'

const when = (wrong: boolean, at: Path, code: Code): Finding[] => (wrong ? [{ at, code, ...texts[code] }] : [])
