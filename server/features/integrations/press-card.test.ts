import { expect } from 'chai'
import { AppError, conflict } from '../../errors.js'
import type { AuditEntry } from '../../ports/audit-trail.js'
import type { Decision } from '../flow/index.js'
import { pressCard, type PressDeps } from './press-card.js'

describe('a button of a card that our app sent', () => {
  const decisionId = '64a0000000000000000000d1'
  const decision = {
    id: decisionId,
    orgId: 'o1',
    positionId: 'teller',
    stage: 'second-round',
    status: 'waiting',
  } as Decision
  let held: object[]
  let settled: { userids: readonly string[]; text: string; responseCode: string }[]
  let audit: AuditEntry[]
  let warned: string[]

  beforeEach(() => {
    ;[held, settled, audit, warned] = [[], [], [], []]
  })

  function press(
    eventKey: string,
    { from = 'li-jing', changes }: { from?: string; changes?: Partial<PressDeps> } = {},
  ): Promise<void> {
    const handle = pressCard({
      decisions: { findById: async (orgId, id) => (orgId === 'o1' && id === decisionId ? decision : undefined) },
      hold: async (one, by) => {
        held.push({ id: one.id, ...by })
      },
      staffOf: async (_orgId, userid) =>
        userid === 'nobody'
          ? undefined
          : {
              language: userid === 'jane' ? 'en' : 'zh',
              caller: {
                orgId: 'o1',
                memberId: `m-${userid}`,
                userid,
                name: '李静',
                grants: [
                  {
                    role: userid === 'auditor' ? 'auditor' : 'recruiter',
                    positionIds: userid === 'elsewhere' ? ['loans'] : 'all',
                  },
                ],
              },
            },
      staffMessenger: {
        settleCard: async (card) => {
          settled.push(card)
          return { kind: 'sent' }
        },
      },
      audit: {
        append: async (entry) => {
          audit.push(entry)
        },
      },
      log: {
        warn: (_fields, text) => {
          warned.push(text)
        },
      },
      ...changes,
    })
    const message = {
      key: 'k',
      type: 'template_card_event',
      from,
      fields: { EventKey: eventKey, TaskId: 't', ResponseCode: 'rc' },
    }
    return handle({ orgId: 'o1', message, receivedAt: new Date() })
  }
  const texts = () => settled.map(({ text }) => text)

  it('holds the decision, says so on the card, and stands in the trail before it happens', async () => {
    await press(`hold:${decisionId}`)

    expect(held).to.deep.equal([
      { id: decisionId, memberId: 'm-li-jing', roles: ['recruiter'], reason: '在企业微信里先记为待定' },
    ])
    expect(settled).to.deep.equal([{ userids: ['li-jing'], responseCode: 'rc', text: '已待定' }])
    expect(audit.map(({ actor, action, result }) => [actor, action, result])).to.deep.equal([
      ['m-li-jing', 'card.hold', 'allowed'],
    ])
  })

  it('holds nothing twice when the event is worked on again', async () => {
    await press(`hold:${decisionId}`, {
      changes: { decisions: { findById: async () => ({ ...decision, heldAt: new Date() }) } },
    })

    expect([held, texts()]).to.deep.equal([[], ['已待定']])
  })

  it('is only noted when it says that it was seen', async () => {
    await press(`seen:${decisionId}`, { from: 'jane' })

    expect([held, texts(), audit[0]!.result]).to.deep.equal([[], ['Noted'], 'done'])
  })

  for (const [who, from] of [
    ['somebody without an account', 'nobody'],
    ['a role that may not', 'auditor'],
    ['another position', 'elsewhere'],
  ] as const) {
    it(`is refused for ${who}, and that is written down`, async () => {
      await press(`hold:${decisionId}`, { from })

      expect([held, texts()]).to.deep.equal([[], ['没有权限']])
      expect(audit[0]).to.include({ result: 'refused', actor: from === 'nobody' ? 'unknown:nobody' : `m-${from}` })
    })
  }

  it('says that somebody was faster, or that the round is not theirs', async () => {
    await press(`hold:${decisionId}`, {
      changes: {
        hold: async () => {
          throw conflict('already-decided')
        },
      },
    })
    await press(`hold:${decisionId}`, {
      changes: {
        hold: async () => {
          throw new AppError('not-your-round', 403, 'x')
        },
      },
    })

    expect(texts()).to.deep.equal(['已经决定过', '没有权限'])
    expect(audit.filter(({ result }) => result === 'failed').map(({ code }) => code)).to.deep.equal([
      'already-decided',
      'not-your-round',
    ])
  })

  it('that is not ours is left alone', async () => {
    for (const key of ['', 'hold:', 'hold:nothing', `decline:${decisionId}`]) await press(key)

    expect([held, settled, audit]).to.deep.equal([[], [], []])
  })

  it('does nothing when the trail cannot be written', async () => {
    const failing = {
      append: async () => {
        throw new Error('full')
      },
    }

    const outcome = await press(`hold:${decisionId}`, { changes: { audit: failing } }).then(
      () => 'done',
      () => 'failed',
    )

    expect([outcome, held]).to.deep.equal(['failed', []])
  })

  it('works even if the card cannot be told any more', async () => {
    await press(`hold:${decisionId}`, {
      changes: { staffMessenger: { settleCard: async () => ({ kind: 'refused', reason: 'spent', code: '60140' }) } },
    })

    expect([held.length, warned.length]).to.deep.equal([1, 1])
  })
})
