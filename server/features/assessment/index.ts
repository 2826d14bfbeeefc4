/** The scoring engine: pure functions, used by the job of reports. */
export { assessInterview } from './assess-interview.js'
export type { AskedQuestion, GivenAnswer } from './interview.js'
export { dictionary as warmUpScorer } from './reading/dictionary.js'
export { bandNames } from './scale.js'
export { scoreAnswer } from './score-answer.js'
