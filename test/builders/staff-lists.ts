/** What HR reads in lists, for tests: who is signed in, people who wait, candidates. Changed where a test says so. */
import type { Me } from '../../shared/contracts/staff.js'
import type { WaitingDecision } from '../../shared/contracts/staff-decisions.js'
import type { CandidateRow } from '../../shared/contracts/staff-reports.js'

export const staffNow = '2026-11-22T12:00:00.000Z'
export const words = (zh: string, en: string) => ({ zh, en })
export const idOf = (number: number) => number.toString(16).padStart(24, '0')
export const teller = { positionId: 'teller', positionTitle: words('综合柜员', 'Bank teller') }

export const me = (changes: Partial<Me> = {}): Me => ({
  id: idOf(1),
  name: '李静',
  language: 'zh',
  grants: [{ role: 'recruiter', positionIds: 'all' }],
  organisation: {
    name: words('江南银行', 'Jiangnan Bank'),
    brandColour: '#0052d9',
    zone: 'Asia/Shanghai',
    contact: { name: words('张老师', 'HR, Zhang'), phone: '025-0000 0000' },
  },
  secondFactor: 'not-needed',
  download: false,
  idleMinutes: 30,
  ...changes,
})

export const waitingDecision = (number: number, changes: Partial<WaitingDecision> = {}): WaitingDecision => ({
  decisionId: idOf(100 + number),
  applicationId: idOf(200 + number),
  name: '王小明',
  shortCode: 'A7K2',
  ...teller,
  stage: 'ai',
  stageName: words('AI 面试', 'AI interview'),
  proposal: 'advance',
  raisedAt: '2026-11-20T08:00:00.000Z',
  dueAt: '2026-11-21T08:00:00.000Z',
  overdue: true,
  held: false,
  allowed: ['advance', 'hold', 'decline'],
  toReview: 1,
  ...changes,
})

const screening = {
  stage: 'screening',
  stageName: words('简历初筛', 'Résumé screening'),
  toReview: 0,
  allowed: ['invite', 'hold', 'decline'] as const,
}
export const screened = (number: number, changes: Partial<WaitingDecision> = {}): WaitingDecision =>
  waitingDecision(number, {
    ...screening,
    allowed: [...screening.allowed],
    proposal: 'decline',
    overdue: false,
    raisedAt: '2026-11-22T08:00:00.000Z',
    dueAt: '2026-11-23T08:00:00.000Z',
    ...changes,
  })

export const candidateRow = (number: number, changes: Partial<CandidateRow> = {}): CandidateRow => ({
  applicationId: idOf(200 + number),
  name: '王小明',
  shortCode: 'A7K2',
  ...teller,
  appliedAt: '2026-11-19T08:00:00.000Z',
  step: 'deciding',
  stepName: words('等待决定', 'Waiting for a decision'),
  since: '2026-11-20T08:00:00.000Z',
  ...changes,
})
