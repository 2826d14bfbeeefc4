/**
 * Every room of HR's console as every kind of member, on the product itself: what is drawn is pressed, and what it asks for is held
 * against the rows of the access matrix. Nothing is listed here: rooms, routes and roles come from where they are written down.
 */
import { expect } from 'chai'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { rooms, type Room } from '../../server/console/rooms.js'
import { roles, type Role } from '../../shared/contracts/staff.js'
import { launchBrowser, type TestBrowser } from '../browser.js'
import { accessWorld, applyFor, type AccessWorld } from '../builders/access-world.js'
import type { AccessRow } from '../builders/access-rows.js'
import { allAccessRows } from '../builders/all-access-rows.js'
import type { Browser } from '../builders/product-server.js'
import { resume } from '../builders/resumes.js'
import { built, ensureBuilt } from './built.js'
import type { Pressed } from './press-in-page.js'

declare const pressRoom: (to: string) => Promise<Pressed>

const patternOf = (path: string) => new RegExp(`^${path.replace(/:\w+(\([^)]*\))?/g, '[^/]+')}$`)
const rows = allAccessRows
  .map(([key, row]) => ({ key, row, request: patternOf(key) }))
  .sort((one, other) => one.key.split(':').length - other.key.split(':').length)
const rowOf = (request: string): { key: string; row: AccessRow } | undefined =>
  rows.find((one) => one.request.test(request))
const roomAt = (path: string): Room | undefined => rooms.find((room) => patternOf(room.path).test(path))
const isChange = (key: string) => !key.startsWith('GET ') && !/\/(search|preview|check)$/.test(key)

/** Who was declined here was declined on their résumé, which managers do not decide. */
const ofResumes = 'department-manager: POST /api/staff/decisions/:id/take-back'

/** As somebody works: no session is asked more often than a minute allows. */
const eachRoomMs = 20_000

describe('what the console draws', function () {
  this.timeout(240_000)
  let world: AccessWorld
  let browser: TestBrowser
  let page: Page
  let declined: string
  /** What each role could ask for, over all its rooms. */
  const reached = new Map<Role, Set<string>>()

  before(async () => {
    ensureBuilt()
    const script = build({
      entryPoints: ['test/journeys/press-in-page.ts'],
      bundle: true,
      format: 'iife',
      write: false,
    })
    world = await accessWorld({ consoleDir: built.consoleDir })
    await addProposed()
    browser = await launchBrowser()
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })).newPage()
    await page.addInitScript((await script).outputFiles[0]!.text)
  })
  after(async () => {
    await browser?.close()
    await world?.close()
  })

  for (const role of roles)
    it(`is nothing that ${role} may not do`, async () => {
      await signIn(role)
      const asked = new Set<string>()
      for (const room of rooms.filter(({ roles: may }) => may?.includes(role)))
        for (const at of addressesOf(room)) {
          world.product.pass(eachRoomMs)
          const pressed = await page.evaluate((to) => pressRoom(to), at)
          expect(faultsIn(pressed, role, at), at).to.deep.equal([])
          for (const { request } of pressed.asked) asked.add(rowOf(request)!.key)
        }
      reached.set(role, asked)
    })

  it('is there for everybody who may do it, once it is there for one', () => {
    const all = new Set([...reached.values()].flatMap((keys) => [...keys].filter(isChange)))
    const missing = roles.flatMap((role) =>
      [...all]
        .filter((key) => mayAsk(rowOf(key)!.row, role) && !reached.get(role)!.has(key))
        .map((key) => `${role}: ${key}`),
    )

    expect(all.size).to.be.at.least(13)
    expect(missing).to.deep.equal([ofResumes])
  })

  /** Two whom the rules propose to decline, which is decided for several at once, and one who was. */
  async function addProposed(): Promise<void> {
    const names = ['甲一一', '甲二二', '甲三三']
    for (const [index, name] of names.entries()) {
      const phone = `1350013500${index}`
      const who = resume({ name, phone, education: { degree: 'high-school', school: '江南中学', major: '不分科' } })
      declined = await applyFor(await world.product.candidate(`wx-${phone}`), who)
    }
    await world.product.work()
    const { deps } = world.product
    const { candidateId } = (await deps.applications.findById(deps.orgId, declined))!
    const decision = (await deps.decisions.findWaitingOf(deps.orgId, candidateId))!
    await (world.callers['hr-admin'] as Browser).call('POST', `/api/staff/decisions/${decision.id}`, {
      verdict: 'decline',
      reason: '学历不符',
    })
    await world.product.work()
  }

  async function signIn(role: Role): Promise<void> {
    const { cookies } = world.callers[role] as Browser
    await page.context().clearCookies()
    await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: world.product.base })))
    await page.goto(`${world.product.base}/console/`)
    await page.locator('h1').first().waitFor()
  }

  /** A page for each room, and of candidates one of every kind that the world has. */
  function addressesOf({ name, path }: Room): string[] {
    if (name === 'report')
      return [world.reported, world.unshared, world.invited, { applicationId: declined }].map(
        ({ applicationId }) => `/candidates/${applicationId}`,
      )
    return [path.replace(/:kind\([^)]*\)/, 'position').replace(/:\w+\([^)]*\)/, 'teller')]
  }

  function faultsIn({ asked, links }: Pressed, role: Role, at: string): string[] {
    const isUnshared = at.includes(world.unshared.applicationId)
    const refused = asked.filter(({ request, status }) => {
      const found = rowOf(request)
      return !found || (status ?? 0) >= 400 || !mayAsk(found.row, role, isUnshared)
    })
    const closed = links.filter((link) => {
      const [path = ''] = link.split('?')
      if (path.startsWith('/api/')) return !mayAsk(rowOf(`GET ${path}`)!.row, role)
      const room = path.startsWith('/console') && roomAt(path.slice('/console'.length) || '/')
      return room && room.roles && !room.roles.includes(role)
    })
    return [...refused.map(({ request, status }) => `${request} ${status ?? ''}`.trim()), ...closed]
  }
})

const mayAsk = ({ expect: of, unshared }: AccessRow, role: Role, isUnshared = false): boolean =>
  ((isUnshared && unshared?.[role]) || of[role]) !== 403
