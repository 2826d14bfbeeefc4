import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { planFind } from '../server/embedded-mongo/engine/choose-plan.js'
import { defineIndex, type IndexSpec } from '../server/embedded-mongo/engine/index-spec.js'
import { keyRing } from '../server/mongo/key-ring.js'
import { openStores, type Stores } from '../server/wiring/stores.js'
import { testStore } from './store.js'

const now = new Date('2026-11-25T10:00:00Z')

/** Every queue of the product, by the way it is claimed. */
const claims: Record<string, (stores: Stores) => Promise<unknown>> = {
  applications: ({ applications }) => applications.claimReceived(now),
  screenings: ({ screenings }) => screenings.claimPending(now),
  invitations: ({ invitations }) => invitations.claimQueued(now),
  'news of interviews': ({ interviews }) => interviews.claimNews(now),
  'submitted interviews': ({ interviews }) => interviews.claimSubmitted(now),
  reports: ({ reports }) => reports.claimPending(now),
  decisions: ({ decisions }) => decisions.claimDecided(now),
  'call-backs': ({ callbacks }) => callbacks.claimReceived(now),
  messages: ({ messages }) => messages.claimDue(now),
}

describe('a claim reads the first of a queue and not the queue', () => {
  let stores: Stores
  let connection: Awaited<ReturnType<typeof testStore>>
  let asked: { collection: string; filter: Record<string, unknown>; sort: Record<string, 1 | -1> } | undefined

  before(async () => {
    connection = await testStore()
    stores = await openStores(connection, keyRing(randomBytes(32)))
    connection.set('debug', (collection: string, method: string, ...given: unknown[]) => {
      if (method !== 'findOneAndUpdate') return
      const [filter, , options] = given as [Record<string, unknown>, unknown, { sort: Record<string, 1 | -1> }]
      asked = { collection, filter, sort: options.sort }
    })
  })
  after(() => connection.set('debug', false))

  for (const [queue, claim] of Object.entries(claims)) {
    it(`for ${queue}`, async () => {
      await claim(stores)
      const { collection, filter, sort } = asked!
      const specs = (await connection.collection(collection).indexes()) as unknown as IndexSpec[]

      const indexes = specs.filter(({ name }) => name !== '_id_').map((spec, at) => defineIndex(at + 1, spec))
      const plan = planFind(
        { id: 1, namespace: collection, database: '', name: collection, prefix: Buffer.from('d'), indexes },
        filter,
        Object.entries(sort).map(([path, direction]) => ({ path: path.split('.'), direction })),
      )

      expect(plan, plan.name).to.include({ sorted: true })
      expect(plan.name).not.to.equal('_id_')
    })
  }
})
