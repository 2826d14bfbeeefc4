import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { reportStore, type ReportStore } from './report-store.js'

const now = new Date('2026-11-22T02:00:00Z')

describe('reports as a queue', () => {
  let connection: Connection
  let reports: ReportStore

  beforeEach(async () => {
    connection = await testStore()
    reports = reportStore(connection, testVault(connection))
    await reports.ready()
    await reports.insertOnce({
      orgId: 'o1',
      interviewId: 'n1',
      invitationId: 'i1',
      applicationId: 'a1',
      candidateId: 'c1',
      positionId: 'teller',
      status: 'failed',
      readyAt: now,
      dueAt: now,
      questionIds: ['q1'],
    })
  })

  it('are settled and freed by one write', async () => {
    const claimed = (await reports.claimPending(now))!
    const asked: string[] = []
    connection.base.set('debug', (_collection: string, method: string) => void asked.push(method))

    await reports.settleDone(claimed)
    connection.base.set('debug', false)

    expect(asked).to.deep.equal(['updateOne'])
    expect(await connection.collection('reports').findOne())
      .to.include({ next: 'done' })
      .and.not.have.key('leaseUntil')
  })

  it('stay pending, and free at once, when they changed while their conclusions were drawn', async () => {
    const claimed = (await reports.claimPending(now))!
    await reports.removeAssessment('o1', 'i1')

    await reports.settleDone(claimed)

    expect(await reports.claimPending(now)).to.include({ status: 'awaiting-human' })
  })
})
