import { expect } from 'chai'
import { codeAt, forAll, productServer, type ProductServer } from '../../../test/builders/product-server.js'
import { resetSecondFactor } from './reset-second-factor.js'

describe('a lost authenticator', () => {
  let product: ProductServer
  const reset = (as: Awaited<ReturnType<ProductServer['signIn']>>, userid: string) =>
    as.call('POST', `/api/staff/members/${userid}/second-factor/reset`)
  const entries = async () =>
    (await product.connection.collection('auditentries').find({ action: 'second-factor.reset' }).toArray()).map(
      ({ result, subject }) => [result as string, (subject as { id: string }).id],
    )

  before(async () => {
    product = await productServer()
    await product.addStaff('lost', [forAll('hr-admin')])
    await product.addStaff('second', [forAll('hr-admin')])
    await product.addStaff('reader', [forAll('recruiter')])
  })
  after(() => product.close())

  it('is reset by a second administrator: sessions end, and a new one is set up', async () => {
    const lost = await product.signInFully('lost')
    const second = await product.signInFully('second')
    expect((await lost.call('GET', '/api/staff/members')).status).to.equal(200)

    const { status } = await reset(second, 'lost')

    expect(status).to.equal(200)
    expect((await lost.call('GET', '/api/staff/members')).status).to.equal(401)
    const again = await product.signIn('lost')
    const { secret } = (await again.call('POST', '/api/staff/second-factor/enrol')).body as { secret: string }
    const given = await again.call('POST', '/api/staff/second-factor', { code: codeAt(secret, product.now()) })
    expect(given.status).to.equal(200)
    expect(await entries()).to.deep.equal([['allowed', 'lost']])
  })

  it('is reset by nobody for themselves, nor by who is no administrator, nor for who has none', async () => {
    product.pass(60_000)
    const second = await product.signIn('second')
    const reader = await product.signIn('reader')
    const early = await reset(second, 'lost')
    const byReader = await reset(reader, 'lost')
    const deps = product.deps
    const own = await resetSecondFactor(deps, {
      orgId: deps.orgId,
      userid: 'second',
      by: (await deps.accounts.findByUserid(deps.orgId, 'second'))!.id,
    }).catch((error: unknown) => error)
    const none = await resetSecondFactor(deps, { orgId: deps.orgId, userid: 'reader' }).catch((error: unknown) => error)

    expect([early.status, early.code]).to.deep.equal([403, 'second-factor-needed'])
    expect([byReader.status, byReader.code]).to.deep.equal([403, 'not-allowed'])
    expect(own).to.include({ code: 'own-second-factor' })
    expect(none).to.include({ code: 'no-second-factor' })
  })
})
