/** What other features may use. */
export { chooseQuestions } from './choose-questions.js'
export { questionBankKind } from './question-bank-file.js'
export { questionBankStore, type QuestionBankStore } from './question-bank-store.js'
