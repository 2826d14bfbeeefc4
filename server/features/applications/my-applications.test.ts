import { expect } from 'chai'
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import { productServer, type ProductServer } from '../../../test/builders/product-server.js'
import { acceptedNotice } from '../../../test/builders/accepted-notice.js'
import { resume } from '../../../test/builders/resumes.js'

describe('the list of my applications (S6)', function () {
  this.timeout(60_000)
  let product: ProductServer

  before(async () => {
    product = await productServer({ defaultData: true })
  })
  after(() => product.close())

  it('is the twenty newest, read four at a time, however many there are', async () => {
    const phone = await product.candidate('wx-many')
    for (let at = 0; at < 23; at += 1) {
      product.pass(60_000)
      await phone.call('POST', '/api/candidate/applications', {
        positionId: 'teller',
        submissionKey: `tap-number-${at}`,
        notice: acceptedNotice(),
        resume: resume({ phone: `138001380${String(at).padStart(2, '0')}` }),
      })
    }
    let [running, most] = [0, 0]
    const { screenings } = product.deps
    const find = screenings.findByApplication.bind(screenings)
    screenings.findByApplication = async (...given) => {
      most = Math.max(most, (running += 1))
      return find(...given).finally(() => (running -= 1))
    }

    const { body } = await phone.call<{ applications: ApplicationForCandidate[] }>('GET', '/api/candidate/applications')

    const times = body.applications.map(({ appliedAt }) => appliedAt)
    expect(times).to.have.length(20)
    expect(times).to.deep.equal([...times].sort().reverse())
    expect(times[0]).to.equal(product.now().toISOString())
    expect(most).to.be.at.most(4)
  })
})
