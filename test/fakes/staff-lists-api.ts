/** The two lists of the staff's side of the product, filtered and page by page. */
import type { WaitingDecision } from '../../shared/contracts/staff-decisions.js'
import type { CandidateRow } from '../../shared/contracts/staff-reports.js'
import { staffNow, words } from '../builders/staff-lists.js'

interface Lists {
  waiting: readonly WaitingDecision[]
  candidates: readonly CandidateRow[]
  appeals: readonly { applicationId: string }[]
}

const perPage = 50
const waitingPerPage = 200

export function waitingPage({ waiting }: Lists, { query }: { query: Record<string, string> }): object {
  const shown = waiting
    .filter(({ positionId }) => !query.positionId || positionId === query.positionId)
    .filter(({ stage }) => !query.stage || stage === query.stage)
    .filter(({ overdue, held }) => (query.show === 'overdue' ? overdue : query.show === 'held' ? held : true))
    .sort((a, b) => a.raisedAt.localeCompare(b.raisedAt))
  const from = Number(query.after?.split('-')[0] ?? 0)
  const page = shown.slice(from, from + waitingPerPage)
  return {
    now: staffNow,
    total: waiting.length,
    waiting: page,
    ...(from + waitingPerPage < shown.length && { next: `${from + waitingPerPage}-${'a'.repeat(24)}` }),
    choices: {
      positions: [{ id: 'teller', name: words('综合柜员', 'Bank teller') }],
      stages: [
        { stage: 'screening', name: words('简历初筛', 'Résumé screening') },
        { stage: 'ai-interview', name: words('AI 面试', 'AI interview'), positionId: 'teller' },
      ],
    },
  }
}

export function candidatePage({ candidates, appeals }: Lists, { query }: { query: Record<string, string> }): object {
  const found = candidates.filter((row) =>
    matches(
      row,
      query,
      appeals.map(({ applicationId }) => applicationId),
    ),
  )
  if (query.order === 'score') found.sort((a, b) => scoreOf(b) - scoreOf(a))
  const from = Number(query.after?.split(':')[0] ?? 0)
  const shown = found.slice(from, from + perPage)
  return {
    candidates: shown,
    total: found.length,
    compares: true,
    ...(from + perPage < found.length && { next: `${from + perPage}:${shown.at(-1)!.applicationId}` }),
    choices: {
      positions: [{ id: 'teller', name: words('综合柜员', 'Bank teller') }],
      steps: [
        { id: 'deciding', name: words('等待决定', 'Waiting for a decision') },
        { id: 'invited', name: words('已邀请', 'Invited') },
      ],
    },
  }
}
const scoreOf = ({ score }: CandidateRow) => (typeof score === 'number' ? score : -1)

const matches = (
  row: CandidateRow,
  { search = '', positionId, step, show }: Record<string, string>,
  appealed: readonly string[],
) =>
  (row.name.includes(search) || row.shortCode.startsWith(search.toUpperCase())) &&
  (!positionId || row.positionId === positionId) &&
  (!step || row.step === step) &&
  (show !== 'appeal' || appealed.includes(row.applicationId))
