/** A recruiter of one position reads nothing of what somebody was written about another (C20). */
import { expect } from 'chai'
import type { ApplicationForStaff } from '../shared/contracts/staff-reports.js'
import type { ApplicationForCandidate } from '../shared/contracts/talent.js'
import { acceptedNotice } from './builders/accepted-notice.js'
import { productServer, type ProductServer } from './builders/product-server.js'
import { resume } from './builders/resumes.js'

describe('the page of an application', () => {
  let product: ProductServer
  before(async () => {
    product = await productServer({ defaultData: true })
  })
  after(() => product.close())

  it('shows the messages about this one, and none about another of the same person', async () => {
    const phone = await product.candidate('wx-wang')
    const { deps } = product
    const { body } = await phone.call<ApplicationForCandidate>('POST', '/api/candidate/applications', {
      positionId: 'teller',
      submissionKey: 'apply-teller',
      notice: acceptedNotice(),
      resume: resume(),
    })
    const { candidateId } = (await deps.applications.findById(deps.orgId, body.id))!
    const { application } = await deps.applications.insertUnlessApplied({
      orgId: deps.orgId,
      candidateId,
      positionId: 'risk-manager',
      source: 'import',
      holders: [],
      resume: resume(),
      contentHash: 'another',
      appliedAt: product.now(),
    })
    const applied = [body.id, application.id]
    const templates = ['result', 'progress'] as const
    for (const [index, applicationId] of applied.entries())
      await deps.messages.insertOnce(
        {
          orgId: deps.orgId,
          dedupeKey: `test:${applicationId}`,
          about: { kind: 'application', id: applicationId } as never,
          to: { kind: 'candidate', candidateId, applicationId },
          template: templates[index]!,
          queuedAt: product.now(),
          quiet: 'exempt',
          dueAt: product.now(),
        },
        {},
      )
    await product.addStaff('of-teller', [{ role: 'recruiter', positionIds: ['teller'] }])
    const recruiter = await product.signIn('of-teller')

    const own = (await recruiter.call('GET', `/api/staff/applications/${applied[0]}`)).body as ApplicationForStaff
    const other = await recruiter.call('GET', `/api/staff/applications/${applied[1]}`)

    expect(other.status).to.equal(403)
    expect(own.messages).to.have.length(1)
    expect(JSON.stringify(own)).not.to.include(applied[1]!)
  })
})
