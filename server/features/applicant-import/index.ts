/** What other features and the command may use. */
export { checkApplicants, importApplicants, type ApplicantFile, type ImportDeps } from './import-applicants.js'
