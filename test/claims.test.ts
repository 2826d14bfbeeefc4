import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { planFind } from '../server/embedded-mongo/engine/choose-plan.js'
import { defineIndex, type IndexSpec } from '../server/embedded-mongo/engine/index-spec.js'
import type { QueueJob } from '../server/jobs/job-runner.js'
import { keyRing } from '../server/mongo/key-ring.js'
import type { Deps } from '../server/wiring/deps.js'
import { jobTable } from '../server/wiring/jobs.js'
import { openStores, type Stores } from '../server/wiring/stores.js'
import { testStore } from './store.js'

const now = new Date('2026-11-25T10:00:00Z')
const orgId = 'bank'

/** Every queue of the product, by the job that claims from it and the way it is claimed. */
const claims: Record<string, (stores: Stores) => Promise<unknown>> = {
  'import-applicants': ({ applicantImports }) => applicantImports.claimRunning(now),
  'screen-applications': ({ applications }) => applications.claimReceived(now),
  'move-screened': ({ screenings }) => screenings.claimPending(now),
  'deliver-invitations': ({ invitations }) => invitations.claimQueued(now),
  'follow-invitations': ({ invitations }) => invitations.claimNews(now),
  'follow-interviews': ({ interviews }) => interviews.claimNews(now),
  'hear-recordings': ({ interviews }) => interviews.claimToHear(now),
  'score-interviews': ({ interviews }) => interviews.claimSubmitted(now),
  'score-corrected': ({ interviews }) => interviews.claimCorrected(now),
  'follow-reports': ({ reports }) => reports.claimPending(now),
  'ask-second-scorer': ({ reports }) => reports.claimSecondLook(now),
  'carry-out-decisions': ({ decisions }) => decisions.claimDecided(now),
  'carry-out-deletions': ({ deletions }) => deletions.claimDue(now),
  'work-callbacks': ({ callbacks }) => callbacks.claimReceived(now),
  'deliver-messages': ({ messages }) => messages.claimDue(now),
  'note-deliveries': ({ deliveryReports }) => deliveryReports.claimDue(now),
  'remove-withdrawn-scores': ({ consents }) => consents.claimWithdrawal('ai-scoring', now),
  'remove-withdrawn-recordings': ({ consents }) => consents.claimWithdrawal('recording', now),
  'remove-withdrawn-measures': ({ consents }) => consents.claimWithdrawal('tone-analysis', now),
  'listen-to-recordings': ({ recordings }) => recordings.claimToListen(now),
  'answer-bot': ({ botInbox }) => botInbox.claimNext(orgId, now),
}
/** Jobs that find what is due without a claim, or have a claim of their own kind. */
const finding = ['end-overdue-questions', 'post-group-card']
/** Few wait there at a time: what they are ordered by need not be in the index. */
const short = ['remove-withdrawn-scores', 'remove-withdrawn-recordings', 'remove-withdrawn-measures', 'answer-bot']

describe('the queues', () => {
  let stores: Stores
  let jobs: QueueJob[]
  let connection: Awaited<ReturnType<typeof testStore>>
  let asked: { collection: string; filter: Record<string, unknown>; sort: Record<string, 1 | -1> } | undefined

  before(async () => {
    connection = await testStore()
    stores = await openStores(connection, keyRing(randomBytes(32)))
    const deps = { ...stores, orgId, clock: { now: () => now }, dataDir: '.', botLeader: {} } as unknown as Deps
    jobs = jobTable(deps).filter((job): job is QueueJob => 'due' in job)
    connection.set('debug', (collection: string, method: string, ...given: unknown[]) => {
      if (method !== 'findOneAndUpdate') return
      const [filter, , options] = given as [Record<string, unknown>, unknown, { sort: Record<string, 1 | -1> }]
      asked = { collection, filter, sort: options.sort }
    })
  })
  after(() => connection.set('debug', false))

  async function planOf(collection: string, filter: object, sort: Record<string, 1 | -1> = {}) {
    const specs = (await connection.collection(collection).indexes()) as unknown as IndexSpec[]
    const indexes = specs.filter(({ name }) => name !== '_id_').map((spec, at) => defineIndex(at + 1, spec))
    return planFind(
      { id: 1, namespace: collection, database: '', name: collection, prefix: Buffer.from('d'), indexes },
      filter as Record<string, unknown>,
      Object.entries(sort).map(([path, direction]) => ({ path: path.split('.'), direction })),
    )
  }

  it('are all looked at, each by its job', () => {
    expect(jobs.map(({ name }) => name)).to.have.members([...Object.keys(claims), ...finding])
  })

  it('are looked at by index', async () => {
    const plans = await Promise.all(
      jobs.map(async ({ name, due }) => {
        const { collection, filter } = due()
        return [name, (await planOf(collection, filter)).name]
      }),
    )

    expect(plans.filter(([, index]) => index === '_id_' || index === 'all documents')).to.deep.equal([])
  })

  for (const [name, claim] of Object.entries(claims)) {
    it(`are looked at for what is claimed: ${name}`, async () => {
      const looked = jobs.find((job) => job.name === name)!.due()
      await claim(stores)
      const { collection, filter } = asked!
      const [queue] = filter.$and as [object, object]

      expect(looked).to.deep.equal({ collection, filter: queue })
    })
  }

  for (const [name, claim] of Object.entries(claims).filter(([queue]) => !short.includes(queue))) {
    it(`are claimed from by reading the first and not the queue: ${name}`, async () => {
      await claim(stores)
      const { collection, filter, sort } = asked!

      const plan = await planOf(collection, filter, sort)

      expect(plan, plan.name).to.include({ sorted: true })
      expect(plan.name).not.to.be.oneOf(['_id_', 'all documents'])
    })
  }
})
