/** What other features may use. */
export { consentStore, type ConsentStore, type Withdrawal } from './consent-store.js'
export { isGranted, type CurrentConsent } from './consent.js'
export { giveConsent, type ConsentDeps } from './give-consent.js'
export { loadNotice, noticeFor } from './notice.js'
export { presentConsent } from './present-consent.js'
