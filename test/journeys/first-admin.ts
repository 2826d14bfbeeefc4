/** The first administrator, by the code that the start printed. */
import { staffBrowser, type StaffBrowser } from './staff-browser.js'
import type { World } from './world.js'

const codeForm = /[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}/

export async function becomeFirstAdmin(world: World, member: string): Promise<StaffBrowser> {
  const browser = staffBrowser(world, member)
  await browser.open('/api/staff/sign-in?via=wecom&returnTo=/console/first-admin')
  const code = codeForm.exec(world.log())?.[0]
  const { status } = await browser.call('POST', '/api/staff/first-admin', { code })
  if (status !== 200) throw new Error(`${member} did not become the first administrator: ${status}`)
  return browser
}
