/**
 * What others may use. `deps.audit` is the trail: `append` before anything is shown or done; staffRouter does it for every staff
 * route, a use case that is reached another way (bot, command) does it itself.
 */
export { describeFault } from './audit-fault.js'
export { auditStore } from './audit-store.js'
export { auditTrail } from './audit-trail.js'
export { headFiles } from './head-files.js'
export { doneActs } from './done-acts-store.js'
export { keptHeads } from './head-files.js'
export { faultsAgainst, untold, type Expected } from './verify-against.js'
export { verifyAudit, type AuditFindings } from './verify-audit.js'
