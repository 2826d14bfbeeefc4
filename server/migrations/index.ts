/** What the wiring may use. */
export { prepareData } from './prepare-data.js'
export { damagedStore, isDamaged, isFull, noRoom, portTaken } from './refused-start.js'
export { isOld, oldestServer, serverVersion } from './server-version.js'
