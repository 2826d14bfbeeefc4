/** What other features may use. */
export { checkWrittenTest, importWrittenTest, type ImportDeps, type WrittenTestFile } from './import-written-test.js'
export { presentWrittenTest } from './written-test.js'
export type { WrittenTestStore } from './written-test-store.js'
