/** What other features may use. */
export { applicationRoutes } from './candidate-routes.js'
export { applicationStaffRoutes } from './staff-routes.js'
