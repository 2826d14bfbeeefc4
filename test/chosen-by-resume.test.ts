/** What a résumé lacks is asked about once more, over HTTP: with as many questions and as much time for everybody, and HR reads why. */
import { expect } from 'chai'
import { stringify } from 'yaml'
import type { DataFileForAdmin } from '../shared/contracts/data-files.js'
import type { PositionForm } from '../shared/contracts/position-form.js'
import type { PositionFile } from '../shared/contracts/positions.js'
import type { ApplicationForStaff } from '../shared/contracts/staff-reports.js'
import type { Resume } from '../shared/contracts/talent.js'
import { interviewed, withReport } from './builders/access-world.js'
import { forAll, productServer, type Browser, type ProductServer } from './builders/product-server.js'
import { resume } from './builders/resumes.js'

const said = (zh: string) => ({ zh, en: `${zh} (en)` })
const coreTags: PositionFile['coreTags'] = [
  { id: 'compliance', label: said('合规意识'), competencyId: 'integrity', words: ['合规', '反诈', 'compliance'] },
  { id: 'explaining', label: said('讲解'), competencyId: 'communication', words: ['引导客户', '讲解', 'explained'] },
]

describe('a position with core tags and a free place', function () {
  this.timeout(60_000)
  let product: ProductServer
  let admin: Browser

  before(async () => {
    product = await productServer({ defaultData: true })
    await product.addStaff('zhang-hr', [forAll('hr-admin')])
    admin = await product.signInFully('zhang-hr')
    const path = '/api/staff/files/position/teller'
    const { content, versions } = (await admin.call('GET', path)).body as DataFileForAdmin
    const before = content as PositionFile
    const source = { yaml: stringify({ ...before, coreTags }) }
    const saved = await admin.call('PUT', path, { source, baseRevision: versions[0]!.revision })
    expect(saved.body, JSON.stringify(saved.body)).to.include({ kind: 'saved' })
  })
  after(() => product?.close())

  const page = async (id: string) =>
    (await admin.call('GET', `/api/staff/applications/${id}`)).body as ApplicationForStaff
  const worked = (description: string, changes: Partial<Resume>) =>
    resume({ ...changes, experiences: [{ organisation: '江南银行', role: '柜面实习生', description }] })
  const questionsOf = async (interviewId: string) =>
    (await product.deps.interviews.find({ orgId: product.deps.orgId, id: interviewId }))!.questions

  async function begins(who: Resume, openid: string) {
    const questions = await questionsOf((await interviewed(product, await product.candidate(openid), who)).interviewId)
    return {
      last: questions.at(-1)!.competencyId,
      make: questions.map((one) => [one.answerWith, one.kind, one.thinkingSeconds, one.answerSeconds].join()).sort(),
      ids: questions.map(({ sourceId }) => sourceId),
    }
  }

  it('asks about what the résumé lacks, everybody alike otherwise, and no question twice', async () => {
    const lacks = await begins(worked('在大堂引导客户。', { name: '王一', phone: '13800138001' }), 'wx-1')
    const has = await begins(worked('引导客户，宣传反诈。', { name: '王二', phone: '13800138002' }), 'wx-2')

    expect([lacks.last, has.last]).to.deep.equal(['integrity', 'communication'])
    expect(lacks.make).to.deep.equal(has.make)
    expect(new Set(lacks.ids)).to.have.length(6)
    expect(
      lacks.ids.filter((id) => has.ids.slice(0, 5).includes(id)),
      'least asked first',
    ).to.deep.equal([])
  })

  it('shows HR the tags with what was found, and takes their word instead, which the trail keeps', async () => {
    const who = worked('在大堂引导客户。', { name: '王三', phone: '13800138003' })
    const phone = await product.candidate('wx-3')
    const { applicationId } = await interviewed(product, phone, who)
    const tag = (body: object) => admin.call('PUT', `/api/staff/applications/${applicationId}/abilities`, body)

    const [compliance, explaining] = (await page(applicationId)).abilities
    expect(compliance).to.deep.equal({
      id: 'compliance',
      label: said('合规意识'),
      competencyId: 'integrity',
      has: false,
    })
    expect(explaining).to.include({ has: true, quotation: '在大堂引导客户' })

    expect((await tag({ tag: 'compliance', has: true })).status).to.equal(200)
    expect((await page(applicationId)).abilities[0]).to.have.property('has', true)
    expect((await page(applicationId)).abilities[0]!.byHand).to.have.property('by')
    expect((await tag({ tag: 'nothing', has: true })).status).to.equal(404)
    expect(JSON.stringify(await product.connection.collection('applications').find().toArray())).not.to.contain(
      'compliance',
    )
    expect(
      await product.connection.collection('auditentries').countDocuments({ action: 'ability.tag' }),
    ).to.be.greaterThan(0)

    expect((await tag({ tag: 'compliance' })).status).to.equal(200)
    expect((await page(applicationId)).abilities[0])
      .to.include({ has: false })
      .and.not.to.have.property('byHand')
  })

  it('says in the report why each question was asked', async () => {
    const who = worked('在大堂引导客户。', { name: '王四', phone: '13800138004' })
    const { applicationId } = await withReport(product, await product.candidate('wx-4'), { who, says: '我会先道歉' })

    const why = (await page(applicationId)).report!.questions.map((one) => one.why!.map(({ zh }) => zh).join('；'))
    expect(why).to.have.length(6)
    expect(why[0]).to.match(/占总分 30%；从 3 道/)
    expect(why[5]).to.match(/没有“合规意识”（找过：合规、反诈、compliance）/)
  })

  it('shows in its form how often each question was given to somebody', async () => {
    const { banks } = (await admin.call('GET', '/api/staff/position-form')).body as PositionForm
    const group = banks
      .find(({ id }) => id === 'teller')!
      .groups.find(({ formGroup }) => formGroup === 'teller-service')!

    const times = group.exposure!.map((one) => one.times)
    expect(times.reduce((sum, one) => sum + one, 0)).to.equal(4)
    expect(Math.max(...times) - Math.min(...times)).to.equal(1)
  })
})
