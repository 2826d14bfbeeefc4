import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { assessment as anAssessment } from '../../../test/builders/assessments.js'
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

describe('reports of two people', () => {
  const whose = (n: number) => ({
    orgId: 'o1',
    interviewId: `n${n}`,
    invitationId: `i${n}`,
    applicationId: `a${n}`,
    candidateId: `c${n}`,
    positionId: 'teller',
    status: 'ready' as const,
    readyAt: now,
    dueAt: now,
    questionIds: ['teller-01'],
    assessment: anAssessment(),
  })

  it('are shown to nobody once somebody has swapped them in the store', async () => {
    const connection = await testStore()
    const reports = reportStore(connection, testVault(connection))
    await reports.ready()
    await reports.insertOnce(whose(1))
    await reports.insertOnce(whose(2))
    const rows = connection.collection('reports')
    const [one, other] = [await reports.findByApplication('o1', 'a1'), await reports.findByApplication('o1', 'a2')]

    await rows.updateOne({ applicationId: 'a1' }, { $set: { applicationId: 'a0' } })
    await rows.updateOne({ applicationId: 'a2' }, { $set: { applicationId: 'a1' } })
    await rows.updateOne({ applicationId: 'a0' }, { $set: { applicationId: 'a2' } })

    for (const look of [
      () => reports.findByApplication('o1', 'a1'),
      () => reports.findById('o1', one!.id),
      () => reports.assessmentOf(other!),
    ])
      expect(await codeOf(look())).to.equal('record-changed')
  })

  it('open for nobody when the sealed parts were swapped instead', async () => {
    const connection = await testStore()
    const reports = reportStore(connection, testVault(connection))
    await reports.ready()
    await reports.insertOnce(whose(1))
    await reports.insertOnce({ ...whose(2), candidateId: 'c1' })
    const rows = connection.collection('reports')
    const one = (await rows.findOne({ applicationId: 'a1' }))!
    await rows.updateOne({ applicationId: 'a2' }, { $set: { assessment: one.assessment } })

    const report = await reports.findByApplication('o1', 'a2')

    expect(await codeOf(reports.assessmentOf(report!))).to.equal('data-unreadable')
  })
})

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  )
