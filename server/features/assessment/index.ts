/** The scoring engine, as the product uses it: in a thread of its own. Benches and tests import its pure functions directly. */
export type { GivenAnswer } from './interview.js'
export { usualReply } from './follow-up/usual-reply.js'
export { wholeAnswer } from './follow-up/whole-answer.js'
export { because } from './needs-person.js'
export { bandNames, bandOf, bandsUpwards, rounded, scoreOfShare, scoreOfTotal, totalOfScore } from './scale.js'
export { bankVersionOf } from './thread/messages.js'
export { openScorer, type Scorer } from './thread/scorer.js'
