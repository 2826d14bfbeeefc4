/** Where the browser goes to sign in. Inside WeCom the member is known already (91022); a browser shows a QR code (98152). */
export type Via = 'wecom' | 'qr'

export const isWecomBrowser = (userAgent: string): boolean => /wxwork/i.test(userAgent)

/** The contract follows only plain paths of the console; any other leads home. */
const allowed = /^\/console(\/[A-Za-z0-9/_?=&.-]*)?$/
const longest = 300

const follows = (address: string) => allowed.test(address) && address.length <= longest

export function signInAddress(via: Via, returnTo: string): string {
  // Filters are remembered in the browser: without them it is still the page.
  const target = [returnTo, returnTo.split('?')[0] ?? ''].find(follows) ?? '/console/'
  return `/api/staff/sign-in?${new URLSearchParams({ via, returnTo: target }).toString()}`
}
