import { closeTestScorer } from './scorer.js'
import { closeTestStores } from './store.js'

/** Loaded by mocha for every run (.mocharc.json, `require`). */
export const mochaHooks = {
  afterAll: [closeTestScorer, closeTestStores],
}
