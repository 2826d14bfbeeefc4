/** What the schema cannot say about the rounds of a position (R4). */
import type { PositionFile, Round } from '../../../shared/contracts/positions.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Finding, Path } from '../../data-files/file-problem.js'

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
    ...when(first !== (kind === 'ai'), ['rounds', index, 'kind'], aiIsFirst),
    ...when(kind === 'ai' && slot !== undefined, ['rounds', index, 'slot'], slotOfPeople),
    ...when(first !== (sends.entered === 'invitation'), ['rounds', index, 'sends', 'entered'], invitationIsFirst),
  ]
}

function checkId(rounds: readonly Round[], index: number): Finding[] {
  const id = rounds[index]?.id
  const taken = id === 'screening' || rounds.slice(0, index).some((round) => round.id === id)
  return when(taken, ['rounds', index, 'id'], idsDiffer)
}

function checkEntry(
  { entry, kind }: Round,
  { index, competencyWeights }: { index: number; competencyWeights: PositionFile['competencyWeights'] },
): Finding[] {
  if (!entry) return []
  if (kind === 'ai' || index !== 1) return when(true, ['rounds', index, 'entry'], entryAfterAi)
  const weights: Record<string, number> = competencyWeights
  return Object.keys(entry.competencyFloors)
    .filter((id) => !weights[id])
    .map((id) => ({ at: ['rounds', index, 'entry', 'competencyFloors', id], atKey: true, ...unweighed }))
}

const checkDeciders = ({ decides }: Round, index: number): Finding[] => [
  ...when(
    decides.roles.some((role) => !deciders.has(role)),
    ['rounds', index, 'decides', 'roles'],
    whoDecides,
  ),
  ...when(index > 0 && decides.by !== 'person', ['rounds', index, 'decides', 'by'], peopleDecide),
]

const when = (wrong: boolean, at: Path, text: { message: Bilingual; fix: Bilingual }): Finding[] =>
  wrong ? [{ at, ...text }] : []

const aiIsFirst = {
  message: {
    zh: '第一轮是 AI 面试，而且只有第一轮是。',
    en: 'The first round is the AI interview, and only the first.',
  },
  fix: {
    zh: '第一轮写 kind: ai，其他各轮写 kind: human。',
    en: 'Set kind: ai for the first round and kind: human for all others.',
  },
}
const slotOfPeople = {
  message: { zh: 'AI 面试没有固定时间，不写 slot。', en: 'The AI interview has no fixed time, so it takes no slot.' },
  fix: { zh: '请把 slot 写到有人参加的那一轮。', en: 'Move the slot to a round that people hold.' },
}
const invitationIsFirst = {
  message: {
    zh: '面试邀请只在第一轮发，第一轮也必须发。',
    en: 'The invitation is sent for the first round, and only for it.',
  },
  fix: {
    zh: '第一轮写 entered: invitation，其他写 next-round 或 nothing。',
    en: 'Use entered: invitation in the first round, next-round or nothing in the others.',
  },
}
const idsDiffer = {
  message: { zh: '这个 id 已被占用。', en: 'This id is taken already.' },
  fix: {
    zh: '各轮 id 要互不相同，也不能叫 screening。',
    en: 'Give every round its own id; screening is the name of the step before.',
  },
}
const entryAfterAi = {
  message: {
    zh: '只有 AI 面试之后的那一轮可以写 entry。',
    en: 'Only the round after the AI interview has an entry rule.',
  },
  fix: { zh: '请删掉，或移到第二轮。', en: 'Remove it, or move it to the second round.' },
}
const unweighed = {
  message: { zh: '这个岗位不考查这项胜任力（权重为 0）。', en: 'This position does not weigh this competency.' },
  fix: {
    zh: '请删掉这一行，或在 competencyWeights 里给它权重。',
    en: 'Remove the line, or give it a weight in competencyWeights.',
  },
}
const whoDecides = {
  message: {
    zh: '只有招聘专员（recruiter）、HR 管理员（hr-admin）和部门经理（department-manager）可以决定。',
    en: 'Only recruiters, HR administrators and department managers decide.',
  },
  fix: { zh: '请在 roles 里只写这三种。', en: 'List only these three in roles.' },
}
const peopleDecide = {
  message: {
    zh: '有人参加的面试由人决定，没有可用的规则。',
    en: 'A round that people hold is decided by a person; there is no rule for it.',
  },
  fix: { zh: '请写 by: person。', en: 'Set by: person.' },
}
