/** The bot on a real store, with people at every step of the way; reports, decisions and platforms are in memory. */
import { createHash, randomBytes } from 'node:crypto'
import type { Grant } from '../../shared/contracts/staff.js'
import type { AuditEntry } from '../../server/ports/audit-trail.js'
import type { BotAnswer } from '../../server/ports/group-bot.js'
import type { Scope } from '../../server/ports/staff.js'
import type { Decision } from '../../server/features/flow/index.js'
import {
  createInvitation,
  invitationStore,
  linkToken,
  type Invitation,
} from '../../server/features/invitations/index.js'
import { applicationStore, candidateStore } from '../../server/features/talent/index.js'
import {
  confirmationStore,
  groupChatStore,
  pressButton,
  runCommand,
  type BotDeps,
} from '../../server/features/bot/index.js'
import { conflict, forbidden } from '../../server/errors.js'
import { resume } from './resumes.js'
import { testStore } from '../store.js'
import { testVault } from '../vault.js'
import { organisation } from './data-files.js'

const positions = {
  teller: { id: 'teller', title: { zh: '综合柜员', en: 'Bank teller' }, minutes: 25 },
  risk: { id: 'risk', title: { zh: '风险岗', en: 'Risk manager' }, minutes: 25 },
}
const rounds = [
  { id: 'ai', name: { zh: 'AI 初面', en: 'AI interview' }, sends: { entered: 'nothing' } },
  {
    id: 'second',
    name: { zh: '复试', en: 'Second round' },
    slot: { startsAt: '2026-11-30T02:00:00Z' },
    sends: { entered: 'next-round' },
  },
]
const bySms = { zh: '没有可用的微信订阅', en: 'no WeChat subscription left' }
const everywhere = (role: Grant['role']): Grant => ({ role, positionIds: 'all' })
const staff: Record<string, { name: string; grants: Grant[] }> = {
  'li-jing': { name: '李静', grants: [everywhere('recruiter')] },
  'zhou-min': { name: '周敏', grants: [everywhere('hr-admin')] },
  'chen-hao': { name: '陈浩', grants: [{ role: 'department-manager', positionIds: ['teller'] }] },
  'zhao-ying': { name: '赵颖', grants: [{ role: 'interviewer', positionIds: ['teller'] }] },
  'sun-tao': { name: '孙涛', grants: [everywhere('it-operator')] },
}

export interface BotSetup {
  deps: BotDeps
  groupChats: ReturnType<typeof groupChatStore>
  audit: AuditEntry[]
  auditAway: boolean
  sent: string[]
  /** With interviewers. */
  allShare: boolean
  /** By member: answers that they have not reviewed. */
  toReview: Record<string, number>
  decisions: Decision[]
  now(): Date
  pass(ms: number): void
  /** Answers the short code. */
  person(name: string, options?: { positionId?: keyof typeof positions; invited?: boolean }): Promise<string>
  invitation(code: string): Promise<Invitation>
  applicationId(code: string): Promise<string>
  wait(code: string, rest?: Partial<Decision>): Promise<Decision>
  say(text: string, userid?: string, msgid?: string): Promise<BotAnswer>
  press(card: BotAnswer, key: string, userid?: string, msgid?: string): Promise<BotAnswer>
}

export async function botSetup(): Promise<BotSetup> {
  const connection = await testStore()
  const vault = testVault(connection)
  const linkKey = randomBytes(32)
  const tokens = {
    tokenOf: (one: Pick<Invitation, 'id' | 'orgId' | 'linkVersion'>) => linkToken(linkKey, one),
    hashOf: (token: string) => createHash('sha256').update(token).digest('hex'),
  }
  const candidates = candidateStore(connection, vault, randomBytes)
  const applications = applicationStore(connection, vault)
  const invitations = invitationStore(connection, tokens)
  const confirmations = confirmationStore(connection, vault)
  const groupChats = groupChatStore(connection)
  await Promise.all([
    vault.ready(),
    candidates.ready(),
    applications.ready(),
    invitations.ready(),
    confirmations.ready(),
    groupChats.ready(),
  ])

  let now = new Date('2026-11-22T02:00:00Z') // 10:00 in Shanghai
  let count = 0
  const clock = { now: () => now }
  const timeline = { append: async () => {} }
  const audit: AuditEntry[] = []
  const sent: string[] = []
  const decisions: Decision[] = []
  const reports = new Map<string, { readyAt: Date }>()
  const history = new Map<string, Awaited<ReturnType<BotDeps['notifications']['history']>>>()
  const messagesOf = (candidateId: string) => history.get(candidateId) ?? []

  const waitingIn = (scope: Scope) =>
    decisions.filter(
      ({ status, positionId }) => status === 'waiting' && (scope === 'all' || scope.includes(positionId)),
    )

  const deps: BotDeps = {
    appeals: { listWaiting: async () => [] },
    candidates,
    applications,
    invitations,
    confirmations,
    groupChats,
    tokens,
    timeline,
    clock,
    wake: () => {},
    interviews: { findSummaries: async () => new Map(), countSubmittedSince: async () => 11 },
    reports: {
      findManyByApplication: async () => reports as never,
      countReadySince: async () => 11,
    },
    decisions: {
      listOfMany: async (_orgId, ids) =>
        new Map(ids.map((id) => [id, decisions.filter(({ applicationId }) => applicationId === id)])),
      listWaiting: async (_orgId, _now, { scope = 'all', limit = 200 } = {}) =>
        waitingIn(scope)
          .sort((a, b) => a.raisedAt.getTime() - b.raisedAt.getTime())
          .slice(0, limit),
      countWaiting: async (_orgId, _now, scope = 'all') => waitingIn(scope).length,
      countOverdue: async (_orgId, at, scope = 'all') => waitingIn(scope).filter(({ dueAt }) => dueAt <= at).length,
    },
    async decideOn({ decision, verdict, by, roles }) {
      const stored = decisions.find(({ id }) => id === decision.id)!
      if (!roles.some((role) => ['recruiter', 'hr-admin', 'department-manager'].includes(role)))
        throw forbidden('not-your-round')
      if (stored.status === 'decided') throw conflict('already-decided')
      if (verdict === 'hold') Object.assign(stored, { heldAt: now })
      else Object.assign(stored, { status: 'decided', verdict, decidedBy: by, decidedAt: now })
    },
    toReviewBy: async (_decision, { memberId }) => setup.toReview[memberId] ?? 0,
    reviewCounts: async () => ({ first: 0, second: 0, settle: 0, appeal: 0 }),
    sharing: {
      mayRead: async ({ grants }) => setup.allShare || grants.some(({ role }) => role === 'recruiter'),
      readableAmong: async () => new Set(),
    },
    notifications: {
      async deliver({ dedupeKey, candidateId }) {
        if (!sent.includes(dedupeKey)) {
          sent.push(dedupeKey)
          history.set(candidateId, [
            ...messagesOf(candidateId),
            {
              template: 'invitation',
              status: 'sent',
              queuedAt: now,
              settledAt: now,
              attempts: [{ at: now, channel: 'sms', why: bySms, outcome: 'sent' }],
            },
          ])
        }
        return { kind: 'sent', channel: 'sms', at: now }
      },
      history: async (_orgId, candidateId) => messagesOf(candidateId),
    },
    positionsOf: async () => Object.values(positions) as never,
    positionOf: async (_orgId, id) => ({ ...positions[id as keyof typeof positions], rounds }) as never,
    organisationOf: async () =>
      ({
        zone: 'Asia/Shanghai',
        language: 'zh',
        botName: { zh: '小招', en: 'Xiaozhao' },
        defaults: organisation().defaults,
      }) as never,
    interviewIdOf: async () => undefined,
    async memberOf(orgId, userid) {
      const member = staff[userid]
      return member && { orgId, memberId: `m-${userid}`, userid, ...member }
    },
    audit: {
      append: async (entry) => {
        if (setup.auditAway) throw new Error('away')
        audit.push(entry)
      },
    },
    reportLink: (id) => `http://localhost:7300/console/candidates/${id}`,
  }

  async function idsOf(code: string) {
    const candidateId = (await candidates.findByShortCode('o1', code))!.id
    const [application] = await applications.listOf('o1', [candidateId])
    return { candidateId, applicationId: application!.id, positionId: application!.positionId }
  }

  const setup: BotSetup = {
    deps,
    groupChats,
    audit,
    auditAway: false,
    sent,
    decisions,
    allShare: true,
    toReview: {},
    now: () => now,
    pass(ms) {
      now = new Date(now.getTime() + ms)
    },
    async person(name, { positionId = 'teller', invited = true } = {}) {
      count += 1
      const phone = `1380000${String(1_000 + count)}`
      const { id: candidateId, shortCode } = (await candidates.insertUnlessKnown({
        orgId: 'o1',
        owner: 'bank',
        phoneProved: true,
        name,
        phone,
        language: 'zh',
        createdAt: now,
      }))!
      const { application } = await applications.insertUnlessApplied({
        orgId: 'o1',
        candidateId,
        positionId,
        source: 'import',
        holders: [],
        appliedAt: now,
        contentHash: 'h',
        resume: resume(),
      })
      if (!invited) return shortCode
      const invitation = await createInvitation(
        { invitations, clock, timeline, wake: () => {} },
        { orgId: 'o1', candidateId, applicationId: application.id, positionId, windowHours: 72 },
      )
      await invitations.markSentAgain(invitation, { at: now, via: 'sms' })
      history.set(candidateId, [
        {
          template: 'invitation',
          status: 'sent',
          queuedAt: now,
          settledAt: now,
          attempts: [{ at: now, channel: 'sms', why: bySms, outcome: 'sent' }],
        },
      ])
      return shortCode
    },
    async invitation(code) {
      return (await invitations.latestOf('o1', (await idsOf(code)).applicationId))!
    },
    applicationId: async (code) => (await idsOf(code)).applicationId,
    async wait(code, rest = {}) {
      const ids = await idsOf(code)
      const decision: Decision = {
        id: createHash('sha256').update(`${code}${decisions.length}`).digest('hex').slice(0, 24),
        orgId: 'o1',
        ...ids,
        stage: 'ai',
        proposal: 'advance',
        status: 'waiting',
        raisedAt: now,
        dueAt: new Date(now.getTime() + 24 * 3_600_000),
        ...rest,
      }
      decisions.push(decision)
      if (decision.stage !== 'screening') reports.set(ids.applicationId, { readyAt: now })
      return decision
    },
    say: (text, userid = 'li-jing', msgid = `m${(count += 1)}`) =>
      runCommand(deps, { orgId: 'o1', chat: { id: 'g1', kind: 'group' }, userid, msgid, text }),
    press(card, key, userid = 'li-jing', msgid = `m${(count += 1)}`) {
      if (card.kind !== 'card') throw new Error(`not a card: ${JSON.stringify(card)}`)
      return pressButton(deps, {
        orgId: 'o1',
        chat: { id: 'g1', kind: 'group' },
        userid,
        msgid,
        cardId: card.card.cardId,
        key,
      })
    },
  }
  return setup
}

/** Everything that somebody reads of an answer. */
export function readOf(answer: BotAnswer): string {
  if (answer.kind === 'text') return answer.markdown
  const { title, text } = answer.card
  if (answer.kind === 'settled') return `${title}\n${text}`
  const { description, rows = [] } = answer.card
  return [title, description, text, ...rows.map(({ label, value }) => `${label}：${value}`)].filter(Boolean).join('\n')
}

/** What the trail says was done, one line an entry. */
export const writtenDown = ({ audit }: BotSetup): string[] =>
  audit.map(({ action, result, actor, code }) => [actor, action, result, code].filter(Boolean).join(' '))
