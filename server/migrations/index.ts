/** What the wiring may use. */
export { prepareData } from './prepare-data.js'
export { damagedStore, isDamaged } from './refused-start.js'
