import { expect } from 'chai'
import type { AppError } from '../../../errors.js'
import type { GroupEvent } from '../../notifications/index.js'
import type { TimelineEvent } from '../../timeline/index.js'
import type { Decision } from '../decisions/decision.js'
import { askAgain, type AskAgainDeps } from './ask-again.js'
import type { Appeal } from './appeal-store.js'
import { readLetter } from './read-letter.js'

const declinedAt = new Date('2026-11-22T02:00:00Z')
const until = new Date('2026-12-07T02:00:00Z')

describe('asking that a person looks again', () => {
  let now = declinedAt
  let told: Pick<GroupEvent, 'kind' | 'key'>[]
  let events: TimelineEvent[]
  let appeals: Appeal[]
  let written: (string | undefined)[]
  let letter: { decidedAt: string; appeal: { until: string } }
  const caller = { orgId: 'o1', openid: 'wx-li' }
  const declined = { id: 'd1', orgId: 'o1', candidateId: 'c1', verdict: 'decline' } as Decision

  const deps = (): AskAgainDeps => ({
    applications: { findById: async () => ({ holders: [{ openid: 'wx-li' }] }) as never },
    decisions: { listOf: async () => [declined], letterOf: async () => letter as never },
    timeline: {
      append: async (event) => {
        const key = event.key ?? event.kind
        if (!events.some((one) => one.key === key)) events.push({ ...event, key })
      },
      list: async () => events,
    },
    appeals: {
      insertOnce: async (fresh, words) => {
        if (appeals.some(({ key }) => key === fresh.key)) return
        appeals.push({ ...fresh, id: fresh.key, status: 'waiting' })
        written.push(words)
      },
      wordsOf: async () => written.at(-1),
      listOf: async () => appeals,
      answerOf: async () => undefined,
    },
    notifications: {
      tellGroup: async ({ kind, key }) => {
        if (!told.some((one) => one.key === key)) told.push({ kind, key })
      },
    },
    clock: { now: () => now },
  })

  beforeEach(() => {
    ;[now, told, events, appeals, written] = [declinedAt, [], [], [], []]
    letter = { decidedAt: declinedAt.toISOString(), appeal: { until: until.toISOString() } }
  })

  it('is written down and told to the group once, however often it is asked', async () => {
    expect(await readLetter(deps(), caller, 'a1')).to.deep.include({ mayAsk: true })
    const first = await askAgain(deps(), caller, 'a1')
    now = new Date(declinedAt.getTime() + 60_000)
    const second = await askAgain(deps(), caller, 'a1')

    expect(first).to.deep.include({ mayAsk: false, askedAt: declinedAt.toISOString() })
    expect(second).to.deep.equal(first)
    expect(told.map(({ kind }) => kind)).to.deep.equal(['appealed'])
    expect(events.filter(({ kind }) => kind === 'appealed')).to.have.lengthOf(1)
  })

  it('may say what to look at, which stands on their own page and in nothing the group hears', async () => {
    const asked = await askAgain(deps(), caller, 'a1', '简历里漏写了自考本科')

    expect(asked).to.deep.include({ mayAsk: false, askedWords: '简历里漏写了自考本科' })
    expect(JSON.stringify([told, events])).to.not.contain('自考')
  })

  it('of an older build, which stands in the timeline only, waits for an answer once its letter is read', async () => {
    await askAgain(deps(), caller, 'a1')
    appeals = []

    expect(await readLetter(deps(), caller, 'a1')).to.deep.include({ mayAsk: false, askedAt: declinedAt.toISOString() })
    expect(appeals.map(({ status }) => status)).to.deep.equal(['waiting'])
  })

  it('is open as long as the letter says, and again after a new decision', async () => {
    await askAgain(deps(), caller, 'a1')
    letter = { ...letter, decidedAt: '2026-11-25T02:00:00.000Z' }
    expect(await readLetter(deps(), caller, 'a1')).to.deep.include({ mayAsk: true })

    now = until
    const code = await askAgain(deps(), caller, 'a1').catch((error: AppError) => error.code)

    expect(code).to.equal('appeal-over')
    expect(await readLetter(deps(), caller, 'a1')).to.deep.include({ mayAsk: false })
  })

  it('is nothing that somebody else could ask for', async () => {
    const code = await askAgain(deps(), { ...caller, openid: 'wx-wang' }, 'a1').catch((error: AppError) => error.code)

    expect([code, told, events]).to.deep.equal(['not-found', [], []])
  })
})
