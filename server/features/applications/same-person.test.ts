/** Two files that may be one person, over HTTP: what staff see, what they say, and whose the applications are then. */
import { expect } from 'chai'
import { importApplicant } from '../../../test/builders/import-applicant.js'
import {
  forAll,
  productServer,
  type Browser,
  type Phone,
  type ProductServer,
} from '../../../test/builders/product-server.js'
import { acceptedNotice } from '../../../test/builders/accepted-notice.js'
import { resume } from '../../../test/builders/resumes.js'
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'

const idNumber = '320102199901011238'

describe('files that may be the same person', () => {
  let product: ProductServer
  let recruiter: Browser
  let phone: Phone
  let imported: { id: string; candidateId: string }
  let own: string

  before(async function () {
    this.timeout(60_000)
    product = await productServer({ defaultData: true })
    const { deps } = product
    await product.addStaff('li-jing', [forAll('recruiter')])
    recruiter = await product.signIn('li-jing')
    imported = await importApplicant({ deps, orgId: deps.orgId }, resume({ idNumber }))
    phone = await product.candidate('wx-wang')
    own = (
      await phone.call<ApplicationForCandidate>('POST', '/api/candidate/applications', {
        positionId: 'teller',
        submissionKey: 'apply-of-wang',
        notice: acceptedNotice(),
        resume: resume(),
      })
    ).body.id
    await importApplicant({ deps, orgId: deps.orgId }, resume({ name: '赵六', phone: '13700137000' }))
  })
  after(() => product?.close())

  const page = async (id: string): Promise<ApplicationForStaff> =>
    (await recruiter.call('GET', `/api/staff/applications/${id}`)).body as ApplicationForStaff
  const judge = (verdict: string, candidateId = imported.candidateId) =>
    recruiter.call('POST', `/api/staff/applications/${own}/same-person`, { candidateId, verdict })
  const mine = async () =>
    (
      await phone.call<{ applications: ApplicationForCandidate[] }>('GET', '/api/candidate/applications')
    ).body.applications.map(({ id }) => id)

  it('are shown to staff beside each other, with what is the same and what they applied for', async () => {
    const { samePerson, may } = await page(own)

    expect(samePerson).to.have.length(1)
    expect(samePerson[0]).to.include({ candidateId: imported.candidateId, source: 'import', phoneProved: true })
    expect(samePerson[0]!.matches).to.deep.equal(['phone'])
    expect(samePerson[0]!.applications.map(({ applicationId }) => applicationId)).to.deep.equal([imported.id])
    expect(may.judgeSamePerson).to.equal(true)
    expect((await page(imported.id)).samePerson[0]).to.include({ source: 'mini-program', phoneProved: false })
  })

  it('share their applications once staff say that it is one person, and stay two files', async () => {
    expect(await mine()).to.deep.equal([own])

    expect((await judge('same')).status).to.equal(200)

    expect(await mine()).to.have.members([own, imported.id])
    const { samePerson, history } = await page(own)
    expect(samePerson[0]!.verdict).to.include({ is: 'same' })
    expect(history.map(({ text }) => text.zh)).to.include('确认与另一份档案是同一个人')
    expect(await page(imported.id).then((one) => one.samePerson[0]!.verdict?.is)).to.equal('same')
  })

  it('are separated again, each with what it had', async () => {
    await judge('same')

    expect((await judge('open')).status).to.equal(200)

    expect(await mine()).to.deep.equal([own])
    expect((await page(own)).samePerson[0]).not.to.have.property('verdict')
    await judge('different')
    expect((await page(own)).samePerson[0]!.verdict?.is).to.equal('different')
    expect(await mine()).to.deep.equal([own])
  })

  it('become one file’s word again when staff correct a mistyped number, and the old one is kept', async () => {
    const path = `/api/staff/applications/${own}/person`
    const reason = '本人来电更正'

    expect((await recruiter.call('PUT', path, { phone: '13600136000', reason })).status).to.equal(200)

    const { samePerson, history, contact } = await page(own)
    expect(samePerson).to.deep.equal([])
    expect(history.map(({ text }) => text.zh)).to.include('更正了姓名或手机号')
    expect(contact?.phone, 'the number that works now').to.equal('13600136000')
    const file = await product.connection.collection('candidates').findOne({ owner: 'wx-wang' })
    expect(file).to.include({ phoneProved: true })
    expect((file!.corrections as { by: string }[]).map(({ by }) => by)).to.have.length(1)
    expect(JSON.stringify(file)).not.to.contain(reason)
    expect((await recruiter.call('PUT', path, { phone: resume().phone, reason })).status).to.equal(200)
  })

  it('stay beside each other, and show each other’s corrections, after one of them got another number', async () => {
    const path = `/api/staff/applications/${own}/person`
    await judge('same')
    await recruiter.call('PUT', path, { phone: '13600136000', reason: '本人来电更正' })

    const other = await page(imported.id)
    expect(other.samePerson[0]).to.deep.include({ matches: [] })
    expect(other.samePerson[0]!.verdict?.is).to.equal('same')
    expect(other.history.map(({ text }) => text.zh)).to.include('更正了姓名或手机号')
    expect((await judge('open')).status, 'and can still be parted').to.equal(200)
    expect((await page(imported.id)).history.map(({ text }) => text.zh)).to.not.include('更正了姓名或手机号')
    expect(await mine()).to.deep.equal([own])
    await recruiter.call('PUT', path, { phone: resume().phone, reason: '本人来电更正' })
  })

  it('are not made one by a number that the bank has under another file', async () => {
    const reply = await recruiter.call('PUT', `/api/staff/applications/${imported.id}/person`, {
      phone: '13700137000',
      reason: '换了手机号',
    })

    expect(reply.status).to.equal(409)
  })

  it('are written into the audit trail each time', async () => {
    await judge('same')
    const entries = await product.connection.collection('auditentries').find({ action: 'person.judge' }).toArray()

    expect(entries.at(-1)).to.deep.include({ result: 'allowed', subject: { kind: 'application', id: own } })
  })

  it('are nobody who has neither phone nor identity number in common', async () => {
    const { candidateId } = (
      await product.deps.applications.listRecent(product.deps.orgId, { scope: 'all', limit: 1 })
    )[0]!

    expect((await judge('same', candidateId)).status).to.equal(404)
  })

  it('are not judged by whoever may not see what the other one applied for', async () => {
    const { deps } = product
    const { orgId } = deps
    await product.addStaff('teller-only', [{ role: 'recruiter', positionIds: ['teller'] }])
    const { phone: number, name } = resume()
    const file = { orgId, owner: 'wx-risk', phoneProved: false, name, phone: number, language: 'zh' } as const
    const { id: candidateId } = (await deps.candidates.insertUnlessKnown({ ...file, createdAt: new Date(0) }))!
    await deps.applications.insertUnlessApplied({
      orgId,
      candidateId,
      positionId: 'risk',
      source: 'mini-program',
      appliedAt: new Date(0),
      holders: [],
      contentHash: 'h',
      resume: resume(),
    })
    const limited = await product.signIn('teller-only')

    const path = `/api/staff/applications/${own}/same-person`
    expect((await limited.call('POST', path, { candidateId, verdict: 'same' })).status).to.equal(404)
  })
})
