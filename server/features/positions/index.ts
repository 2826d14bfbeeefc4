/** What other features may use. */
export type { AnswerModesOf } from './offered-ways.js'
export { positionKind } from './position-file.js'
export { positionStore } from './position-store.js'
export type { Position, PositionOf } from './position.js'
export { aiRoundOf, roundAfter, roundOf, slotAhead, slotOnEntering, stageNameOf } from './rounds.js'
