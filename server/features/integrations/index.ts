/** What other features may use. */
export { wecomCallbackRoutes } from './callback-routes.js'
export type { CallbackHandlers } from './callback.js'
export { callbackStore } from './callback-store.js'
export { pressCard } from './press-card.js'
export { workCallbacks } from './work-callbacks.job.js'
