/** What the wiring may use. */
export { prepareData } from './prepare-data.js'
export { damagedStore, isDamaged, isFull, noRoom } from './refused-start.js'
