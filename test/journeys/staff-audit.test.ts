/** From a start without any account to an audit trail that survives being killed, through real processes. */
import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { openEmbeddedMongo } from '../../server/embedded-mongo/index.js'
import type { AuditPage } from '../../shared/contracts/audit.js'
import type { Me, MembersForAdmin } from '../../shared/contracts/staff.js'
import { giveSecondFactor, setUpAuthenticator } from './second-factor.js'
import { staffBrowser, type StaffBrowser } from './staff-browser.js'
import { startWorld, type World } from './world.js'

const kills = 3
const readsAtOnce = 60

describe('staff, from the first start on', () => {
  let world: World
  let admin: StaffBrowser

  before(async () => {
    world = await startWorld()
  })
  after(() => world?.end())

  const codes = () =>
    [...world.log().matchAll(/[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}/g)].map(([code]) => code)
  const me = async (browser: StaffBrowser) => (await browser.call<Me>('GET', '/api/staff/me')).body
  const verify = () =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/audit-verify.ts'], {
      env: { ...process.env, ...world.env },
      encoding: 'utf8',
    })

  it('one member of the corp becomes the first administrator with the printed code', async () => {
    admin = staffBrowser(world, 'zhou-min')
    const arrived = await admin.open('/api/staff/sign-in?via=wecom&returnTo=/console/first-admin')
    const before = await me(admin)

    const claimed = await admin.call('POST', '/api/staff/first-admin', { code: codes()[0] })
    await setUpAuthenticator(world, admin, 'zhou-min')
    await giveSecondFactor(world, admin, 'zhou-min')

    expect(new URL(arrived).pathname).to.equal('/console/first-admin')
    expect([before.grants, claimed.status]).to.deep.equal([[], 200])
    expect(await me(admin)).to.deep.include({
      name: '周敏',
      grants: [{ role: 'hr-admin', positionIds: 'all' }],
      secondFactor: 'given',
    })
  })

  it('nobody reads what is not written down, however often the product is killed', async () => {
    let answered = 0
    for (let kill = 0; kill < kills; kill++) {
      const reads = Array.from({ length: readsAtOnce }, () =>
        admin.call<MembersForAdmin>('GET', '/api/staff/members').then(
          ({ status }) => status,
          () => 0,
        ),
      )
      await Promise.race(reads)
      await world.killProduct()
      answered += (await Promise.all(reads)).filter((status) => status === 200).length
      await world.startProduct()
    }
    const auditor = staffBrowser(world, 'he-jie')
    await auditor.open('/api/staff/sign-in?via=wecom')
    const written: string[] = []
    let query = ''
    while (query !== 'none') {
      const page: AuditPage = (
        await auditor.call<AuditPage>('GET', `/api/audit?action=member.list&result=done${query}`)
      ).body
      written.push(...page.entries.map(({ segment, sequence }) => `${segment} ${sequence}`))
      query = page.next ? `&before=${page.next}` : 'none'
    }

    expect(answered).to.be.greaterThan(0)
    expect(new Set(written).size).to.be.at.least(answered)
    expect(codes(), 'no other code once there is an administrator').to.have.length(1)
    const { status, stdout } = verify()
    expect([status, stdout], stdout).to.deep.equal([0, stdout])
    expect(stdout).to.contain(`${kills + 1} 段 segments`)
  })

  it('the trail says it when somebody cuts off its end', async () => {
    const store = await openEmbeddedMongo({ dataDir: join(world.dataDir, 'store') })
    const connection = await mongoose.createConnection(store.uri, { dbName: 'xiaozhao' }).asPromise()
    const entries = connection.collection('auditentries')
    const last = await entries.findOne({}, { sort: { segment: -1, sequence: -1 } })
    await entries.deleteOne({ _id: last!._id })
    await connection.close()
    await store.close()

    const { status, stdout } = verify()

    expect(status).to.equal(1)
    expect(stdout).to.contain('末尾的记录被截掉').and.to.contain('the end was cut off')
  })
})
