import { expect } from 'chai'
import { resume } from '../../../test/builders/resumes.js'
import { tellerRules } from '../../../test/builders/rules.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { applicationStore, type ApplicationStore } from '../talent/index.js'
import { screenApplications, screeningStore, type ScreeningStore } from './index.js'

describe('screening what came in', () => {
  let applications: ApplicationStore
  let screenings: ScreeningStore
  let now: Date
  let told: string[]
  let broken: boolean

  beforeEach(async () => {
    const connection = await testStore()
    const vault = testVault(connection)
    applications = applicationStore(connection, vault)
    screenings = screeningStore(connection, vault)
    await Promise.all([vault.ready(), applications.ready(), screenings.ready()])
    now = new Date('2026-11-22T02:00:00Z')
    told = []
    broken = false
    await applications.insertUnlessApplied({
      orgId: 'o1',
      candidateId: 'c1',
      positionId: 'teller',
      source: 'import',
      holders: [],
      appliedAt: now,
      contentHash: 'h',
      resume: resume(),
    })
  })

  const id = async () => (await applications.listOf('o1', ['c1']))[0]!.id
  const screen = () =>
    screenApplications({
      applications,
      screenings,
      rulesOf: async () => {
        if (broken) throw new Error('away')
        return { rules: tellerRules, version: 'teller@1' }
      },
      notifications: {
        tellGroup: async ({ kind }) => {
          told.push(kind)
        },
      },
      timeline: { append: async () => {} },
      clock: { now: () => now },
      wake: () => {},
    }).catch(() => {})

  it('keeps outcome, score, matches and the version of the rules', async () => {
    await screen()

    expect(await screenings.findByApplication('o1', await id())).to.include({
      outcome: 'pass',
      rulesVersion: 'teller@1',
    })
    expect(await screenings.judgementOf('o1', await id())).to.include({ score: 95 })
  })

  it('is tried again after a failure, and given up with a word to the group after five', async () => {
    broken = true
    for (let attempt = 0; attempt < 6; attempt++) {
      await screen()
      now = new Date(now.getTime() + 60_000)
    }

    expect(told).to.deep.equal(['screening-failed'])
    expect(await applications.findById('o1', await id())).to.include({ status: 'failed' })
  })

  it('judges once when two processes run at the same time', async () => {
    await Promise.all([screen(), screen(), screen()])

    expect(await applications.findById('o1', await id())).to.include({ status: 'screened' })
    expect(await screenings.claimPending(now)).not.to.equal(undefined)
    expect(await screenings.claimPending(now)).to.equal(undefined)
  })
})
