/** What other features may use. */
export { wecomCallbackRoutes } from './callback-routes.js'
export { callbackStore } from './callback-store.js'
