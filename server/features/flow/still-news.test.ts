import { expect } from 'chai'
import type { GroupEventKind } from '../notifications/index.js'
import type { Decision } from './decisions/decision.js'
import { stillNews } from './still-news.js'

describe('what the group is told, at the moment of its card', () => {
  const among = (decision: Partial<Decision> | undefined) =>
    stillNews({
      decisions: { findById: async (_orgId, id) => (id === 'd1' ? (decision as Decision | undefined) : undefined) },
    })
  const isNews = (kind: GroupEventKind, decision?: Partial<Decision>) =>
    among(decision)({ orgId: 'o1', kind, about: { kind: 'decision', id: 'd1' } })

  for (const kind of ['proposed-decline', 'proposed-hold', 'decision-due', 'decision-overdue'] as const) {
    it(`says ${kind} only while the decision waits`, async () => {
      expect(await isNews(kind, { status: 'waiting' })).to.equal(true)
      expect(await isNews(kind, { status: 'decided' })).to.equal(false)
      expect(await isNews(kind)).to.equal(false)
    })
  }

  it('does not say it when it is about no decision', async () => {
    const event = { orgId: 'o1', kind: 'decision-due', about: { kind: 'report', id: 'd1' } } as const

    expect(await among({ status: 'waiting' })(event)).to.equal(false)
  })

  it('says whatever happened, also when it was decided', async () => {
    for (const kind of ['report-ready', 'invited', 'delivery-failed'] as const)
      expect(await isNews(kind, { status: 'decided' })).to.equal(true)
  })
})
