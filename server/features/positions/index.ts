/** What other features may use. */

export { checkPosition } from './check-position.js'
export { positionStore, type PositionStore } from './position-store.js'
export type { Position } from './position.js'
export { aiRoundOf, roundAfter, roundOf, stageNameOf } from './rounds.js'
