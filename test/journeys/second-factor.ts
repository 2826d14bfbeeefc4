/** An authenticator of a member, as the sandbox plays it: set up, and its code given. */
import type { AuthenticatorCode } from '../../shared/contracts/sandbox.js'
import type { SecondFactorEnrolment } from '../../shared/contracts/staff.js'
import type { StaffBrowser } from './staff-browser.js'
import type { OpenWorld } from './world.js'

export async function setUpAuthenticator(
  { sandboxUrl }: Pick<OpenWorld, 'sandboxUrl'>,
  browser: StaffBrowser,
  member: string,
): Promise<void> {
  const enrolled = await browser.call<SecondFactorEnrolment>('POST', '/api/staff/second-factor/enrol')
  const { secret } = enrolled.body
  await fetch(`${sandboxUrl}/api/members/${member}/authenticator`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  })
}

export async function giveSecondFactor(
  { sandboxUrl }: Pick<OpenWorld, 'sandboxUrl'>,
  browser: StaffBrowser,
  member: string,
): Promise<void> {
  const reply = await fetch(`${sandboxUrl}/api/members/${member}/authenticator`)
  const [shown] = (await reply.json()) as AuthenticatorCode[]
  const { status } = await browser.call('POST', '/api/staff/second-factor', { code: shown!.code })
  if (status !== 200) throw new Error(`the code of ${member} was refused: ${status}`)
}
