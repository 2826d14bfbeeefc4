import { ensureWordVectors } from '../scripts/word-vectors/ensure.js'
import { closeAll } from './at-end.js'

/** The scorer compares by meaning: in a fresh checkout the vectors are made before the first test, once. */
ensureWordVectors()

/** Loaded by mocha for every run (.mocharc.json, `require`). */
export const mochaHooks = {
  afterAll: [closeAll],
}
