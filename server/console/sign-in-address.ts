/** Where the browser goes to sign in. Inside WeCom the member is known already (91022); a browser shows a QR code (98152). */
export type Via = 'wecom' | 'qr'

export const isWecomBrowser = (userAgent: string): boolean => /wxwork/i.test(userAgent)

/** The contract follows only plain paths of the console; any other leads home. */
const allowed = /^\/console(\/[A-Za-z0-9/_?=&.-]*)?$/
const longest = 300

export function signInAddress(via: Via, returnTo: string): string {
  const target = allowed.test(returnTo) && returnTo.length <= longest ? returnTo : '/console/'
  return `/api/staff/sign-in?${new URLSearchParams({ via, returnTo: target }).toString()}`
}
