/** What other features may use. */
export { applicationStaffRoutes } from './staff-routes.js'
