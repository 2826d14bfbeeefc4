/** What other features may use. */
export { chooseQuestions } from './choose-questions.js'
export { exposureKey, timesAsked, type Exposures } from './exposures.js'
export { type ExposureStore } from './exposure-store.js'
export { questionBankKind } from './question-bank-file.js'
export { questionBankStore, type QuestionBankStore } from './question-bank-store.js'
export type { WhyAsked } from './why-asked.js'
