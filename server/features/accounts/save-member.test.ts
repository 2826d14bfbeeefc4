import { expect } from 'chai'
import { forAll, productServer, type Browser, type ProductServer } from '../../../test/builders/product-server.js'
import type { Grant, MemberForAdmin } from '../../../shared/contracts/staff.js'
import { addDemoStaff } from './demo-staff.js'
import { grantsFault } from './member.js'

describe('members and their roles', () => {
  let product: ProductServer
  let admin: Browser

  beforeEach(async () => {
    product = await productServer()
    await product.addStaff('zhou-min', [forAll('hr-admin')])
    admin = await product.signInFully('zhou-min')
  })
  afterEach(() => product.close())

  const save = (userid: string, fields: object) =>
    admin.call('PUT', `/api/staff/members/${userid}`, { name: '李静', grants: [], status: 'active', ...fields })
  const teller: Grant = { role: 'recruiter', positionIds: ['teller'] }

  it('are added, listed and changed by an HR administrator', async () => {
    const added = await save('li-jing', { grants: [teller] })
    await save('li-jing', { name: '李静静', grants: [teller] })

    const { members } = (await admin.call('GET', '/api/staff/members')).body as { members: MemberForAdmin[] }
    expect(added.status).to.equal(200)
    expect(members.map(({ userid, name, secondFactor }) => [userid, name, secondFactor])).to.deep.equal([
      ['li-jing', '李静静', false],
      ['zhou-min', '姓名zhou-min', true],
    ])
  })

  it('sign out whom they change, and nobody else', async () => {
    await save('li-jing', { grants: [teller] })
    await save('wu-wei', { grants: [teller] })
    const [changed, other] = [await product.signIn('li-jing'), await product.signIn('wu-wei')]
    await save('li-jing', { name: '另一个名字', grants: [teller] })
    expect((await changed.call('GET', '/api/staff/me')).status, 'a name is no right').to.equal(200)

    await save('li-jing', { grants: [{ ...teller, positionIds: 'all' }] })
    expect([
      (await changed.call('GET', '/api/staff/me')).status,
      (await other.call('GET', '/api/staff/me')).status,
    ]).to.deep.equal([401, 200])
    await save('wu-wei', { grants: [teller], status: 'disabled' })
    expect((await other.call('GET', '/api/staff/me')).status).to.equal(401)
  })

  it('keep system, security and audit apart', async () => {
    for (const pair of [
      ['it-operator', 'auditor'],
      ['hr-admin', 'auditor'],
      ['hr-admin', 'it-operator'],
    ] as const) {
      expect((await save('li-jing', { grants: pair.map(forAll) })).code, pair.join()).to.equal('roles-kept-apart')
    }
    expect(grantsFault([forAll('auditor'), forAll('interviewer')])).to.equal(undefined)
    expect(grantsFault([teller, forAll('recruiter')])).to.equal('role-twice')
    expect(grantsFault([{ role: 'auditor', positionIds: ['teller'] }])).to.equal('role-is-for-all')
  })

  it('are never one’s own to change', async () => {
    expect((await save('zhou-min', { grants: [forAll('hr-admin'), forAll('recruiter')] })).code).to.equal('own-rights')
    expect((await save('zhou-min', { grants: [forAll('hr-admin')], status: 'disabled' })).code).to.equal('own-rights')
    expect((await save('zhou-min', { name: '周敏', grants: [forAll('hr-admin')] })).status).to.equal(200)
  })

  it('may take files along only once that was given, which is written down by itself and signs them out', async () => {
    const saved = (fields: object) => save('li-jing', { grants: [teller], ...fields })
    const download = async (browser: Browser) =>
      ((await browser.call('GET', '/api/staff/me')).body as { download?: boolean }).download
    await saved({})
    const before = await product.signIn('li-jing')
    expect([await download(before), await download(admin)], 'off, for the administrator too').to.deep.equal([
      false,
      false,
    ])

    expect((await saved({ download: true })).body).to.have.property('download', true)
    expect((await before.call('GET', '/api/staff/me')).status).to.equal(401)
    expect((await saved({ name: '改过的名字' })).body, 'left out: as it is').to.have.property('download', true)
    expect(await download(await product.signIn('li-jing'))).to.equal(true)
    expect((await saved({ download: false })).body).to.have.property('download', false)
    await save('wu-wei', { grants: [teller], download: true })
    expect((await save('zhou-min', { grants: [forAll('hr-admin')], download: true })).code).to.equal('own-rights')

    const entries = await product.deps.auditEntries.list(product.deps.orgId, {}, 50)
    expect(
      entries
        .filter(({ action }) => action.startsWith('download.'))
        .map(({ action, subject, result }) => `${action} ${subject?.kind} ${subject?.id} ${result}`),
    ).to.deep.equal([
      'download.grant member wu-wei allowed',
      'download.take-away member li-jing allowed',
      'download.grant member li-jing allowed',
    ])
  })

  it('lose their authenticator when they are disabled, so that a new one can be set up', async () => {
    await save('wu-wei', { grants: [forAll('hr-admin')] })
    await product.signInFully('wu-wei')
    await save('wu-wei', { grants: [forAll('hr-admin')], status: 'disabled' })
    await save('wu-wei', { grants: [forAll('hr-admin')] })

    const back = await product.signIn('wu-wei')
    expect((await back.call('GET', '/api/staff/me')).body).to.have.property('secondFactor', 'enrol')
  })

  it('are nobody else’s business, and each look at them is written down', async () => {
    await save('li-jing', { grants: [forAll('recruiter')] })
    await save('sun-tao', { grants: [forAll('it-operator')] })
    for (const userid of ['li-jing', 'sun-tao']) {
      const browser = await product.signIn(userid)
      expect([
        (await browser.call('GET', '/api/staff/members')).status,
        (await browser.call('PUT', '/api/staff/members/x', {})).status,
      ]).to.deep.equal([403, 403])
    }
    await save('x/..', {})

    const entries = await product.deps.auditEntries.list(product.deps.orgId, { action: 'member.list' }, 9)
    expect(entries.map(({ result, code }) => `${result} ${code}`)).to.deep.equal([
      'refused not-allowed',
      'refused not-allowed',
    ])
    expect(
      (await product.deps.auditEntries.list(product.deps.orgId, { action: 'member.save', result: 'allowed' }, 9)).map(
        ({ subject }) => subject?.id,
      ),
    ).to.deep.equal(['sun-tao', 'li-jing'])
  })

  it('of the demo are added once, without an administrator', async () => {
    await save('li-jing', { name: '改过的名字' })
    await addDemoStaff(product.deps, product.deps.orgId)
    await addDemoStaff(product.deps, product.deps.orgId)

    const members = await product.deps.accounts.list(product.deps.orgId)
    expect(members.map(({ userid }) => userid)).to.deep.equal([
      'chen-hao',
      'he-jie',
      'li-jing',
      'sun-tao',
      'zhao-ying',
      'zhou-min',
    ])
    expect(members.find(({ userid }) => userid === 'li-jing')?.name).to.equal('改过的名字')
    expect(
      members.filter(({ grants }) => grants.some(({ role }) => role === 'hr-admin')).map(({ userid }) => userid),
    ).to.deep.equal(['zhou-min'])
  })
})
