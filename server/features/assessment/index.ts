/** The scoring engine, as the product uses it: in a thread of its own. Benches and tests import its pure functions directly. */
export type { GivenAnswer } from './interview.js'
export { bandNames, bandOf } from './scale.js'
export { openScorer, type Scorer } from './thread/scorer.js'
