/** What other features may use. */
export { checkBank } from './check-bank.js'
export { checkPlan } from './check-plan.js'
export { chooseQuestions } from './choose-questions.js'
export { questionBankStore, type QuestionBankStore } from './question-bank-store.js'
