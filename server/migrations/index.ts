/** What the wiring may use. */
export { prepareData } from './prepare-data.js'
export { damagedHeads, damagedPage, isDamageEvent, refusedFiles } from './damaged-files.js'
export { isFull, noRoom, portTaken } from './refused-start.js'
export { noteBackup } from './last-backup.js'
export { isOld, oldestServer, serverVersion } from './server-version.js'
