/** What other features may use. */
export { defaultData, defaultDataFiles } from './default-data.js'
export { importFiles, type Change, type ImportDeps } from './import-files.js'
export { nothingStored } from './nothing-stored.js'
