/** What other features may use. */
export { unheard, withSecondScorer } from './compare-scorers.js'
export { modelScoreStore, type ModelScoreStore } from './model-score-store.js'
export type { ModelUse } from './read-answer.js'
export type { SecondOpinion } from './second-opinion.js'
