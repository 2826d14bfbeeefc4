import type { SameTexts } from '../../texts/in-every-language.js'
import { listing } from '../../texts/listing.js'
import type { zh } from './zh.js'

const list = listing('en')

export const en: SameTexts<typeof zh> = {
  newerData: (where, { stored, known }) =>
    `Not started: the data in ${where} was written by a newer build (form ${stored}; this build knows up to ${known}). Nothing was changed. Start the build that wrote it, or a newer one. To go back to the old build, restore the backup from before the upgrade.`,
  storeGone: (where, traces) =>
    `Not started: ${where} is empty, but there was data here before: ${list(traces)} still ${traces.length === 1 ? 'exists' : 'exist'}. Restore the data from a backup. To start over on purpose, first move ${list(traces)} somewhere else (do not delete: old backups cannot be read without the key), then start.`,
  auditFolderGone: (where) =>
    `Not started: the audit trail is in the database, but the folder with its signatures is gone: ${where}. Restore it from a backup (it is backed up together with the store). If there is none, create the empty folder and start; npm run audit:verify will then say what is missing.`,
  damagedStore: (where) =>
    `Not started: the data files in ${where} are damaged and cannot be read. Do not delete them: move the whole folder somewhere else, put the whole folder of the latest backup in its place, and start. The key stays as it is.`,
  noRoom: (where) =>
    `Not started: there is no room to write in ${where}: the disk is full, or STORE_BYTE_CAP is reached. What was stored is all there and unchanged. Make room on that disk (without touching the files in this folder), or raise the cap, and start again.`,
  portTaken: (port) => `Not started: another program uses port ${port}. Stop it, or set PORT to another one.`,
  oldServer: (found, oldest) =>
    `Not started: the database is MongoDB ${found}, and ${oldest}.0 or later is needed. Nothing was written. Upgrade the database, or point MONGODB_URI to another one.`,
  stillMigrating: (minutes) =>
    `Not started: another process is migrating the data and has not finished within ${minutes} minutes. Check its log, and start again when it is done.`,
}
