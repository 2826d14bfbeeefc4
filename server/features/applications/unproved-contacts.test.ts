import { expect } from 'chai'
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import { acceptedNotice } from '../../../test/builders/accepted-notice.js'
import { productServer, type ProductServer } from '../../../test/builders/product-server.js'
import { resume } from '../../../test/builders/resumes.js'

describe('number and address that were not proved while applying', function () {
  this.timeout(60_000)
  const { phone, email } = resume()
  const openid = 'wx-later'
  let product: ProductServer
  let id: string

  before(async () => {
    product = await productServer({ defaultData: true })
    const { body } = await (
      await product.candidate(openid)
    ).call<ApplicationForCandidate>('POST', '/api/candidate/applications', {
      positionId: 'teller',
      submissionKey: 'tap-number-1',
      notice: acceptedNotice(),
      resume: resume(),
    })
    id = body.id
  })
  after(() => product.close())

  const unproved = async (wechat = openid) =>
    (await (await product.candidate(wechat)).call<ApplicationForCandidate>('GET', `/api/candidate/applications/${id}`))
      .body.unproved

  it('are offered to be proved later, to the WeChat that sent them and to no other that holds the application', async () => {
    const { orgId } = product.deps
    await product.deps.applications.addHolder({ orgId, id }, { openid: 'wx-link', by: 'link', at: product.now() })

    expect(await unproved()).to.deep.equal({ phone, email })
    expect(await unproved('wx-link')).to.equal(undefined)
  })

  it('are offered no more once they are proved, one by one', async () => {
    const { orgId, candidates, emailProofs } = product.deps
    await candidates.markPhoneProved(orgId, openid, phone)
    expect(await unproved()).to.deep.equal({ email })

    await emailProofs.prove({ orgId, openid, contact: email! }, product.now())
    expect(await unproved()).to.equal(undefined)
  })
})
