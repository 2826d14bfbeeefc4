/** The scoring engine, as the product uses it: in a thread of its own. Benches and tests import its pure functions directly. */
export type { GivenAnswer } from './interview.js'
export { because } from './needs-person.js'
export { bandNames, bandOf, bandsUpwards, rounded, scoreOfShare, scoreOfTotal, totalOfScore } from './scale.js'
export type { BankVersion } from './thread/messages.js'
export { openScorer, type Scorer } from './thread/scorer.js'
