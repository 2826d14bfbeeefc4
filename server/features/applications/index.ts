/** What other features may use. */
export { gatherApplication, gatherApplications, waitingIn, type Gathered } from './gather-application.js'
export { applicationsPolicy } from './policy.js'
export { applicationStaffRoutes } from './staff-routes.js'
