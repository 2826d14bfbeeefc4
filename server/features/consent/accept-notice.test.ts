import { expect } from 'chai'
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import { productServer, type Phone, type ProductServer } from '../../../test/builders/product-server.js'
import { resume } from '../../../test/builders/resumes.js'

const idNumber = '11010519491231002X'
const agreed = [{ purpose: 'id-number', granted: true }]

describe('an application', () => {
  let product: ProductServer
  let phone: Phone
  let version: string
  const apply = (notice: object | undefined, changes: object = {}) =>
    phone.call<ApplicationForCandidate>('POST', '/api/candidate/applications', {
      positionId: 'teller',
      submissionKey: 'tap-under-notice',
      resume: resume(changes),
      ...(notice && { notice }),
    })
  const stored = () => product.connection.collection('applications').countDocuments()

  before(async () => {
    product = await productServer({ defaultData: true })
  })
  after(() => product.close())
  beforeEach(async () => {
    await product.connection.collection('applications').deleteMany({})
    phone = await product.candidate('wx-wang')
    const { body } = await phone.call<{ version: string; purposes: { purpose: string }[] }>(
      'GET',
      '/api/candidate/notice',
    )
    expect(body.purposes.map(({ purpose }) => purpose)).to.deep.equal(['id-number'])
    ;({ version } = body)
  })

  it('is taken with the version of the notice that was accepted, and keeps it', async () => {
    const { status, body } = await apply({ version, choices: [] })
    const { deps } = product
    const application = await deps.applications.findById(deps.orgId, body.id)

    expect(status).to.equal(200)
    expect(application!.notice).to.deep.include({ version, choices: [] })
    expect(application!.notice!.at).to.deep.equal(application!.appliedAt)
  })

  it('is refused without a notice, or with another version, before anything is stored', async () => {
    expect((await apply(undefined)).code).to.equal('invalid-input')
    expect((await apply({ version: '2019-01', choices: [] })).code).to.equal('notice-outdated')
    expect((await apply({ version, choices: [{ purpose: 'sharing', granted: true }] })).code).to.equal('invalid-input')
    expect(await stored()).to.equal(0)
  })

  it('is refused with an identity number that nobody agreed to', async () => {
    for (const choices of [[], [{ purpose: 'id-number', granted: false }]])
      expect((await apply({ version, choices }, { idNumber })).code).to.equal('invalid-input')
    expect(await stored()).to.equal(0)

    expect((await apply({ version, choices: agreed }, { idNumber })).status).to.equal(200)
  })
})
