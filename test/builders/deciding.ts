/** Decisions about one candidate on real stores; what would go out, and whom it would tell, is kept in memory. */
import type { AppError } from '../../server/errors.js'
import type { ArrangeDeps } from '../../server/features/flow/decisions/arrange-round.js'
import { carryOutDecisions, type CarryOutDeps } from '../../server/features/flow/decisions/carry-out-decisions.job.js'
import type { Decide, DecideDeps } from '../../server/features/flow/decisions/decide.js'
import { decisionStore, type NewDecision } from '../../server/features/flow/decisions/decision-store.js'
import type { ApplicationState } from '../../server/features/flow/states/application-states.js'
import type { Appeal } from '../../server/features/flow/letters/appeal-store.js'
import { standingStore } from '../../server/features/flow/states/standing-store.js'
import type { CandidateMessage } from '../../server/features/notifications/index.js'
import { testStore } from '../store.js'
import { testVault } from '../vault.js'
import { aiRound, humanRound, organisation, position } from './data-files.js'

export const raisedAt = new Date('2026-11-22T02:00:00Z')
export const ids = { orgId: 'o1', applicationId: 'a1', candidateId: 'c1', positionId: 'teller' }
export const slot = {
  startsAt: '2026-12-01T02:00:00.000Z',
  place: { zh: '总行 3 楼', en: 'Head office, 3F' },
  contact: { name: { zh: '张老师', en: 'Zhang' }, phone: '025-0000 0000' },
}
const { entry: _entry, ...laterRound } = humanRound({
  id: 'final-round',
  weight: 20,
  decides: { by: 'person', roles: ['hr-admin'] },
})
const { kind: _kind, ...file } = position({ rounds: [aiRound({ weight: 40 }), humanRound(), laterRound] })
export const teller = file

export const ruling = (changes: Partial<Decide> = {}) =>
  ({ verdict: 'decline', by: 'li-jing', reason: '学历未达到要求', ...changes }) as const

export const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: AppError) => error.code,
  )

export async function deciding(clock: { now(): Date }) {
  const connection = await testStore()
  const decisions = decisionStore(connection, testVault(connection))
  const standings = standingStore(connection)
  await Promise.all([decisions.ready(), standings.ready()])
  const sent: CandidateMessage[] = []
  const told: string[] = []
  const past: string[] = []
  const keys: string[] = []
  const appeals: Appeal[] = []
  let invited = 0
  const open = { seconds: 0 }
  const deps = () =>
    ({
      decisions,
      standings,
      appeals: { listOf: async (): Promise<Appeal[]> => appeals },
      secondRatings: { countOpenOf: async () => open.seconds },
      timeline: {
        append: async ({ kind, key }: { kind: string; key?: string }) => {
          past.push(kind)
          if (key) keys.push(key)
        },
      },
      clock,
      wake: () => {},
      positionOf: async () => ({ orgId: 'o1', revision: 1, ...teller }),
      organisationOf: async () => ({ revision: 1, ...organisation() }),
      promiseHours: async () => 24,
      notifications: {
        enqueue: async (message: CandidateMessage) => {
          if (!sent.some(({ dedupeKey }) => dedupeKey === message.dedupeKey)) sent.push(message)
        },
        tellGroup: async ({ key }: { key: string }) => {
          told.push(key)
        },
      },
      screenings: { judgementOf: async () => undefined },
      reports: { findByApplication: async () => undefined, assessmentOf: async () => undefined },
      interviews: { findSummary: async () => undefined, find: async () => undefined },
      invitations: {
        insertUnlessInvited: async (fresh: never) => {
          invited++
          return { invitation: { id: 'i1', ...(fresh as object) } as never, inserted: true }
        },
      },
    }) satisfies CarryOutDeps & ArrangeDeps & Pick<DecideDeps, 'appeals' | 'secondRatings'>

  return {
    decisions,
    standings,
    sent,
    told,
    past,
    keys,
    appeals,
    /** Questions that wait for a second rating. */
    open,
    get invited() {
      return invited
    },
    deps,
    waitingAt: async (state: ApplicationState, stage: string, changes: Partial<NewDecision> = {}) => {
      await standings.insertOnce({ ...ids, state, stage, since: raisedAt })
      return decisions.raise({
        ...ids,
        stage,
        proposal: 'decline',
        raisedAt,
        dueAt: new Date(raisedAt.getTime() + 86_400_000),
        ...changes,
      })
    },
    carryOut: () => carryOutDecisions(deps()),
    state: async () => (await standings.find('o1', 'a1'))!,
  }
}

export type Deciding = Awaited<ReturnType<typeof deciding>>
