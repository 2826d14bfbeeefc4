/** What other features may use. */
export { applicationsPolicy } from './policy.js'
export { applicationStaffRoutes } from './staff-routes.js'
