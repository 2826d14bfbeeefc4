import { expect } from 'chai'
import type { StaffCaller } from '../../../ports/staff.js'
import type { Decision } from '../decisions/decision.js'
import { appealsWaitingFor } from './answer-appeal.js'
import type { Appeal } from './appeal-store.js'

const at = (number: number) => new Date(Date.UTC(2026, 10, 1, 0, number))
const appealOf = (number: number): Appeal =>
  ({
    id: String(number).padStart(24, '0'),
    applicationId: `a${number}`,
    key: `appealed:d${number}:${at(number).getTime()}`,
    askedAt: at(number),
  }) as Appeal

describe('the list of those who asked that a person looks again', () => {
  it('forgets nobody behind many whose decision was taken back', async () => {
    const all = Array.from({ length: 450 }, (_nothing, number) => appealOf(number))
    const stands = new Set(['a3', 'a449'])
    const found = await appealsWaitingFor(
      {
        appeals: {
          listWaiting: async (_orgId, { limit, after }) => {
            const from = after ? all.findIndex(({ id }) => id === after.id) + 1 : 0
            return all.slice(from, from + limit)
          },
        },
        decisions: {
          listOfMany: async (_orgId, ids) =>
            new Map(
              ids
                .filter((id) => stands.has(id))
                .map((id) => [
                  id,
                  [{ id: `d${id.slice(1)}`, verdict: 'decline', decidedAt: at(Number(id.slice(1))) } as Decision],
                ]),
            ),
        },
        candidates: { findManyWithIdentity: async () => new Map() },
        positionOf: async () => undefined,
      },
      { orgId: 'o1', grants: [{ role: 'recruiter', positionIds: 'all' }] } as unknown as StaffCaller,
    )

    expect(found.map(({ applicationId }) => applicationId)).to.deep.equal(['a3', 'a449'])
  })
})
