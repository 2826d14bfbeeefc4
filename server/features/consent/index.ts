/** What other features may use. */
export { refuseUnlessAccepted } from './accept-notice.js'
export { consentStore, type ConsentStore, type Withdrawal } from './consent-store.js'
export { isGranted, refusesScoring, type CurrentConsent } from './consent.js'
export { giveConsent, type ConsentDeps } from './give-consent.js'
export { loadNotice, noticeFor } from './notice.js'
export { consentPolicy } from './policy.js'
export { presentConsent } from './present-consent.js'
