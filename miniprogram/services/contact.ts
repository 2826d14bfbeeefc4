import { session } from './candidate.js'

/** Calls the recruiter, when the organisation gave a number. */
export function callContact(): void {
  const phone = session.current()?.organisation.contact.phone
  if (phone) wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined })
}
