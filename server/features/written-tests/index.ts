/** What other features may use. */
export { presentWrittenTest } from './written-test.js'
export type { WrittenTestStore } from './written-test-store.js'
