import { expect } from 'chai'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import type { CandidateMessage, Delivery } from '../notifications/index.js'
import { carryOutDeletions, type CarryOutDeletionsDeps } from './carry-out-deletions.job.js'
import { tellWithinMs } from './deletion.js'
import { deletionStore, type DeletionStore } from './deletion-store.js'

const minute = 60_000
const began = new Date('2026-11-29T02:00:00Z')
const number = 'A7K29MPX3TQW'
const dies = (): never => {
  throw new Error('killed')
}

describe('the message about a deletion', () => {
  let now: Date
  let deletions: DeletionStore
  /** What happened, in order. */
  let log: string[]
  let sent: CandidateMessage[]
  let deliver: (message: CandidateMessage) => Promise<Delivery>

  const deps = (): CarryOutDeletionsDeps => ({
    deletions,
    notifications: { deliver: (message) => deliver(message) },
    personalData: {
      tracesOf: async () => ({}) as never,
      remove: async () => log.push('removed'),
    },
    destroyKey: async () => void log.push('destroyed'),
    mediaStore: { remove: async (prefix) => void log.push(`silenced ${prefix}`) },
    audit: { append: async () => undefined },
    clock: { now: () => now },
  })
  const carryOut = (changed: Partial<CarryOutDeletionsDeps> = {}) =>
    carryOutDeletions({ ...deps(), ...changed }).catch((error: Error) => log.push(error.message))
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }
  const told = async () => (await deletions.findByNumber('o1', number))?.told
  const begin = (tellBy?: Date) =>
    deletions.begin({
      orgId: 'o1',
      candidateId: 'c1',
      applicationIds: ['a1', 'a2'],
      why: 'request',
      reason: 'asked-by-person',
      at: began,
      openids: [],
      ...(tellBy && { tellBy }),
    })

  beforeEach(async () => {
    const connection = await testStore()
    ;[now, log, sent] = [began, [], []]
    deletions = deletionStore(connection, testVault(connection), () => number)
    await deletions.ready()
    deliver = async (message) => {
      if (sent.length === 0) log.push('told')
      sent.push(message)
      return { kind: 'sent', channel: 'sms', at: now }
    }
    await begin(new Date(began.getTime() + tellWithinMs))
  })

  it('goes before anything is destroyed, with the receipt’s number and nothing about the person', async () => {
    await carryOut()

    expect(log).to.deep.equal(['told', 'destroyed', 'silenced o1/c1', 'removed'])
    expect(sent[0]).to.deep.include({ template: 'deletion', variables: { number }, applicationId: 'a2' })
    expect(await told()).to.equal('sms')
  })

  it('that waits for a platform or the morning keeps everything waiting, and is asked for under one key', async () => {
    deliver = async (message) => {
      sent.push(message)
      return { kind: 'later', at: new Date(began.getTime() + 10 * minute) }
    }
    await carryOut()
    await carryOut()
    const first = [...log]
    later(10 * minute)
    deliver = async (message) => {
      sent.push(message)
      return { kind: 'sent', channel: 'email', at: now }
    }
    await carryOut()

    expect(first).to.deep.equal([])
    expect(log).to.deep.equal(['destroyed', 'silenced o1/c1', 'removed'])
    expect(new Set(sent.map(({ dedupeKey }) => dedupeKey)).size).to.equal(1)
    expect([sent.length, await told()]).to.deep.equal([2, 'email'])
  })

  for (const [where, dying] of [
    ['before it was noted', () => ({ deletions: { ...deletions, markTold: dies } })],
    ['before the key was destroyed', () => ({ destroyKey: dies })],
    ['before the recordings were removed', () => ({ mediaStore: { remove: dies } })],
    ['in the middle of removing', () => ({ personalData: { ...deps().personalData, remove: dies } })],
    ['before the end was noted', () => ({ deletions: { ...deletions, settlePass: dies } })],
  ] as const)
    it(`is told once when the process dies ${where}, and everything is destroyed`, async () => {
      await carryOut(dying())
      later(2 * minute)
      await carryOut()

      expect(log.filter((what) => what === 'told')).to.have.length(1)
      expect(log.at(-1)).to.equal('removed')
      if (where !== 'before it was noted') expect(sent).to.have.length(1)
    })

  it('that cannot be told by the deadline keeps nobody’s data', async () => {
    deliver = async () => dies()
    for (let hour = 0; hour < 25; hour += 1) {
      await carryOut()
      later(60 * minute)
    }

    expect(log.filter((what) => what === 'destroyed')).to.have.length.above(0)
    expect(await told()).to.equal('unreached')
  })

  it('that reached nobody, or perhaps, is written so', async () => {
    deliver = async () => ({ kind: 'unreachable', reason: 'no-way' })
    await carryOut()
    expect(await told()).to.equal('unreached')
  })

  it('goes to nobody whose time was up or whose file was a mistake', async () => {
    const connection = await testStore()
    deletions = deletionStore(connection, testVault(connection), () => number)
    await deletions.ready()
    await begin()
    await carryOut()

    expect([sent.length, log, await told()]).to.deep.equal([0, ['destroyed', 'silenced o1/c1', 'removed'], undefined])
  })
})
