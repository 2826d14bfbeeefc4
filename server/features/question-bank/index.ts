/** What other features may use. */
export { chooseQuestions, type ChosenQuestion } from './choose-questions.js'
export { defaultDataFiles } from './default-data.js'
export { importFiles, type Change, type ImportDeps } from './import-files.js'
export { nothingStored } from './nothing-stored.js'
export { dataFileRoutes } from './staff-routes.js'
export { questionBankStore, type QuestionBankStore } from './question-bank-store.js'
