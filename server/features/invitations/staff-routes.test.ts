/** The staff's routes about an invitation, over HTTP, real stores and the platforms' fakes. */
import { expect } from 'chai'
import { forAll, productServer, type Browser, type ProductServer } from '../../../test/builders/product-server.js'
import { importApplicant } from '../../../test/builders/import-applicant.js'
import { resume } from '../../../test/builders/resumes.js'
import type { InvitationExtended } from '../../../shared/contracts/invitation-acts.js'
import { hours } from '../../durations.js'

describe('what staff do to an invitation over HTTP', () => {
  let product: ProductServer
  let recruiter: Browser
  let applicationId: string

  const act = (what: string, body: object, who = recruiter) =>
    who.call('POST', `/api/staff/applications/${applicationId}/invitation/${what}`, body)
  const invitation = async () => (await product.deps.invitations.latestOf(product.deps.orgId, applicationId))!
  const sent = async () => {
    const { orgId, candidateId } = await invitation()
    return (await product.deps.notifications.history(orgId, candidateId)).filter(
      ({ template }) => template === 'invitation',
    ).length
  }
  const trail = () =>
    product.connection
      .collection('auditentries')
      .find({ action: { $regex: '^invitation' } })
      .toArray()

  before(async function () {
    this.timeout(60_000)
    product = await productServer({ defaultData: true })
    await product.addStaff('li-jing', [forAll('recruiter')])
    recruiter = await product.signIn('li-jing')
  })
  after(() => product?.close())

  let people = 0
  beforeEach(async () => {
    people += 1
    const { deps } = product
    const { id } = await importApplicant(
      { deps, orgId: deps.orgId },
      resume({ phone: `1380013${1000 + people}`, idNumber: `1101011990030712${people}X`.slice(-18) }),
    )
    applicationId = id
    await product.work()
  })

  it('sends it again once for one key, says which way it went, and writes it down before', async () => {
    const before = await sent()
    const [first, second] = [await act('resend', { key: 'press-0001' }), await act('resend', { key: 'press-0001' })]

    expect(first.body).to.include({ kind: 'sent' })
    expect(second.body).to.deep.equal(first.body)
    expect(await sent()).to.equal(before + 1)
    expect((await trail()).at(-1)).to.deep.include({
      action: 'invitation.resend',
      result: 'allowed',
      via: 'console',
      subject: { kind: 'application', id: applicationId },
    })
  })

  it('reminds under a key of its own, also where the same key resent', async () => {
    const before = await sent()
    await act('resend', { key: 'press-0001' })
    await act('remind', { key: 'press-0001' })

    expect(await sent()).to.equal(before + 2)
  })

  it('extends once for one key', async () => {
    const { closesAt } = await invitation()
    const replies = [
      await act('extend', { key: 'press-0001', hours: 24 }),
      await act('extend', { key: 'press-0001', hours: 24 }),
    ]

    expect((await invitation()).closesAt.getTime()).to.equal(closesAt.getTime() + hours(24))
    expect(replies.map(({ body }) => (body as InvitationExtended).closesAt)).to.deep.equal(
      replies.map(() => new Date(closesAt.getTime() + hours(24)).toISOString()),
    )
  })

  it('takes it back once, and refuses in words what comes too late', async () => {
    expect((await act('revoke', { key: 'press-0001' })).status).to.equal(200)
    expect((await act('revoke', { key: 'press-0001' })).status).to.equal(200)
    expect((await invitation()).status).to.equal('revoked')

    const late = await act('resend', { key: 'press-0002' })
    expect(late.status).to.equal(409)
    expect(late.body).to.have.nested.property('error.details.status', 'revoked')
    expect((await trail()).at(-1)).to.include({ result: 'failed', code: 'invitation-not-open' })
  })

  it('does not take a key that extended for one that revokes', async () => {
    await act('extend', { key: 'press-0001', hours: 24 })
    await act('revoke', { key: 'press-0001' })

    expect((await invitation()).status).to.equal('revoked')
  })

  it('unlocks what is locked, and says whether it was', async () => {
    for (let tries = 0; tries < 5; tries += 1) await product.deps.invitations.takeTry(await invitation())

    expect((await act('unlock', { key: 'press-0001' })).body).to.deep.equal({ wasLocked: true })
    expect((await invitation()).wrongTails).to.equal(0)
    expect((await act('unlock', { key: 'press-0002' })).body).to.deep.equal({ wasLocked: false })
  })

  it('refuses a body that is not whole, and an application that has no invitation', async () => {
    expect((await act('resend', {})).status).to.equal(400)
    expect((await act('extend', { key: 'press-0001', hours: 721 })).status).to.equal(400)
    applicationId = 'a'.repeat(24)
    expect((await act('resend', { key: 'press-0001' })).status).to.equal(404)
  })

  it('puts a lid on acts a minute', async () => {
    await product.addStaff('hasty', [forAll('recruiter')])
    const hasty = await product.signIn('hasty')
    const replies = await Promise.all(
      Array.from({ length: 61 }, (_, index) => act('unlock', { key: `press-${1000 + index}` }, hasty)),
    )

    expect(replies.filter(({ status }) => status === 429)).to.have.length(1)
  })
})
