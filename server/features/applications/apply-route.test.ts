import { expect } from 'chai'
import { acceptedNotice } from '../../../test/builders/accepted-notice.js'
import { productServer, type ProductServer } from '../../../test/builders/product-server.js'
import { resume } from '../../../test/builders/resumes.js'

describe('an application sent in', () => {
  let product: ProductServer
  before(async () => {
    product = await productServer({ defaultData: true })
  })
  after(() => product.close())

  let taps = 0
  async function apply(changes: object) {
    const phone = await product.candidate(`openid-${++taps}`)
    return phone.call<{ id: string; error?: { details: { faults: { at: string }[] } } }>(
      'POST',
      '/api/candidate/applications',
      {
        positionId: 'teller',
        submissionKey: `tap-0000${taps}`,
        resume: { ...resume(), ...changes },
        notice: acceptedNotice(),
      },
    )
  }

  it('is spelled as one that is imported', async () => {
    const { status, body } = await apply({
      name: '\uFEFF阿依古丽 • 买买提',
      phone: '+86 138-0013-8000',
      email: '',
      experiences: [{ organisation: '某银行', role: '柜员', from: '2024.7', to: '至今' }],
    })
    const { applications, orgId } = product.deps
    const stored = await applications.resumeOf((await applications.findById(orgId, body.id))!)

    expect(status).to.equal(200)
    expect(stored).to.include({ name: '阿依古丽·买买提', phone: '13800138000' })
    expect(stored).to.not.have.property('email')
    expect(stored.experiences).to.deep.equal([{ organisation: '某银行', role: '柜员', from: '2024-07' }])
  })

  it('has a name that can be seen, and a number of a card whose check digit fits', async () => {
    for (const [field, value] of [
      ['name', '\u200B\u200B'],
      ['name', '　　'],
      ['idNumber', '110105194912310021'],
    ] as const) {
      const { status, body } = await apply({ [field]: value })

      expect(status, field).to.equal(400)
      expect(body.error!.details.faults[0]!.at).to.equal(field === 'name' ? 'resume.name' : 'resume.idNumber')
    }
  })

  it('of a person with a dotted name is found by any spelling', async () => {
    await apply({ name: '阿卜杜拉·艾力', phone: '13700137000' })

    for (const name of ['阿卜杜拉•艾力', '阿卜杜拉 艾力', '阿卜杜拉艾力'])
      expect(await product.deps.candidates.findByName(product.deps.orgId, name), name).to.have.lengthOf(1)
  })
})
