import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { keyRing } from '../../../mongo/key-ring.js'
import { vault as openVault } from '../../../mongo/vault.js'
import { testStore } from '../../../../test/store.js'
import { decisionStore, type DecisionStore } from './decision-store.js'

const began = new Date('2026-11-22T02:00:00Z')
const now = new Date('2026-11-23T03:00:00Z')
const day = 24 * 3_600_000

describe('the list of those who wait', () => {
  let decisions: DecisionStore

  before(async () => {
    const connection = await testStore()
    decisions = decisionStore(connection, openVault(connection, keyRing(randomBytes(32))))
    await decisions.ready()
    for (let at = 0; at < 25; at += 1) {
      const raisedAt = new Date(began.getTime() + Math.floor(at / 10) * 3_600_000) // ten at the same moment
      const ids = { applicationId: `a${at}`, candidateId: `c${at}`, positionId: at % 5 === 0 ? 'risk' : 'teller' }
      await decisions.raise({ orgId: 'o1', ...ids, stage: 'ai', raisedAt, dueAt: new Date(raisedAt.getTime() + day) })
    }
  })

  const applicationsOf = (found: { applicationId: string }[]) => found.map(({ applicationId }) => applicationId)

  it('is read to its end page by page, nobody twice, also when several began to wait at the same moment', async () => {
    const seen: string[] = []
    for (let after; ;) {
      const page = await decisions.listWaiting('o1', now, { limit: 7, after })
      seen.push(...applicationsOf(page))
      after = page.at(-1)
      if (page.length < 7) break
    }

    expect(seen).to.deep.equal(Array.from({ length: 25 }, (_, at) => `a${at}`))
  })

  it('keeps the order over several positions, and to those that somebody may see', async () => {
    const both = await decisions.listWaiting('o1', now, { scope: ['teller', 'risk'], limit: 12 })
    const one = await decisions.listWaiting('o1', now, { scope: ['risk'] })

    expect(applicationsOf(both)).to.deep.equal(applicationsOf(await decisions.listWaiting('o1', now, { limit: 12 })))
    expect(applicationsOf(one)).to.deep.equal(['a0', 'a5', 'a10', 'a15', 'a20'])
    expect(await decisions.listWaiting('o1', now, { scope: [] })).to.deep.equal([])
  })

  it('is narrowed to a stage, of one position or of all', async () => {
    const ids = { applicationId: 'second', candidateId: 'c', positionId: 'risk' }
    await decisions.raise({ orgId: 'o2', ...ids, stage: 'second', raisedAt: began, dueAt: now })
    await decisions.raise({ orgId: 'o2', ...ids, applicationId: 'first', stage: 'ai', raisedAt: began, dueAt: now })

    expect(applicationsOf(await decisions.listWaiting('o2', now, { stage: 'second' }))).to.deep.equal(['second'])
    expect(applicationsOf(await decisions.listWaiting('o2', now, { scope: ['risk'], stage: 'ai' }))).to.deep.equal([
      'first',
    ])
    expect(await decisions.listWaiting('o2', now, { scope: ['teller'], stage: 'ai' })).to.deep.equal([])
  })

  it('is counted without being read', async () => {
    expect(await decisions.countWaiting('o1', now)).to.equal(25)
    expect(await decisions.countWaiting('o1', now, ['risk'])).to.equal(5)
    expect(await decisions.countWaiting('o1', began)).to.equal(10)
    expect(await decisions.countOverdue('o1', now)).to.equal(20)
    expect(await decisions.countOverdue('o1', now, ['risk', 'teller'])).to.equal(20)
  })
})
