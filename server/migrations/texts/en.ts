import type { SameTexts } from '../../texts/in-every-language.js'
import { listing } from '../../texts/listing.js'
import type { zh } from './zh.js'

const list = listing('en')

type Damage = Parameters<typeof zh.damagedStore>[0]

const backupIn = ({ backup }: Damage): string => (backup ? `the backup ${backup.to}` : 'the latest backup')
const restore = (damage: Damage): string =>
  `Do not delete anything: move the folders store and audit in ${damage.dataDir} somewhere else, leave keys where it is, run npm run restore -- --from ${damage.backup?.to ?? 'FOLDER (the latest backup)'}, and start.${damage.backup ? ` That is the latest backup known here, made at ${damage.backup.at}.` : ''}`

export const en: SameTexts<typeof zh> = {
  newerData: (where, { stored, known }) =>
    `Not started: the data in ${where} was written by a newer build (form ${stored}; this build knows up to ${known}). Nothing was changed. Start the build that wrote it, or a newer one. To go back to the old build, restore the backup from before the upgrade.`,
  storeGone: (where, traces) =>
    `Not started: ${where} is empty, but there was data here before: ${list(traces)} still ${traces.length === 1 ? 'exists' : 'exist'}. Restore the data from a backup. To start over on purpose, first move ${list(traces)} somewhere else (do not delete: old backups cannot be read without the key), then start.`,
  auditFolderGone: (where) =>
    `Not started: the audit trail is in the database, but the folder with its signatures is gone: ${where}. Restore it from a backup (it is backed up together with the store). If there is none, create the empty folder and start; npm run audit:verify will then say what is missing.`,
  damagedStore: (damage) =>
    `Not started: the data files in ${damage.dataDir}/store are damaged and cannot be read. ${restore(damage)}`,
  partedStore: (damage) =>
    `Not started: in ${damage.dataDir}/store the database data.sqlite is missing or empty, and its log data.sqlite-wal is still there, with the latest data in it. Nothing was changed. If somebody moved data.sqlite away, put that same file back and start. Otherwise it takes a backup: ${restore(damage)}`,
  unopenedStore: ({ file, ...damage }) =>
    `Not started: the files in ${file} cannot be opened: the user that runs the product may not read and write them, or they are no plain files. Look with ls -l; if it is the rights, mend them (chown, chmod 600) and start. Otherwise it takes a backup: ${restore(damage)}`,
  unreadableAudit: ({ file, ...damage }) =>
    `Not started: the folder with the audit signatures, ${file}, cannot be read: it is no folder, or the user that runs the product has no right to it. If it is the rights, mend them and start. Otherwise move it somewhere else and put the folder audit of ${backupIn(damage)} in its place; if there is no backup, create an empty folder audit. After the start npm run audit:verify will say what is missing.`,
  noRoom: (where) =>
    `Not started: there is no room to write in ${where}: the disk is full, or STORE_BYTE_CAP is reached. What was stored is all there and unchanged. Make room on that disk (without touching the files in this folder), or raise the cap, and start again.`,
  portTaken: (port) => `Not started: another program uses port ${port}. Stop it, or set PORT to another one.`,
  damagedHeads: (where, files, damage) =>
    `The folder with the audit signatures, ${where}, has files that cannot be read: ${list(files)}. The product works as before. Put the files of the same names from the folder audit of ${backupIn(damage)} back, then run npm run audit:verify, which will say what is missing`,
  damagedPage: (damage) =>
    `A page of the data files is damaged, and requests that meet it fail. Stop the product. ${restore(damage)}`,
  oldServer: (found, oldest) =>
    `Not started: the database is MongoDB ${found}, and ${oldest}.0 or later is needed. Nothing was written. Upgrade the database, or point MONGODB_URI to another one.`,
  stillMigrating: (minutes) =>
    `Not started: another process is migrating the data and has not finished within ${minutes} minutes. Check its log, and start again when it is done.`,
}
