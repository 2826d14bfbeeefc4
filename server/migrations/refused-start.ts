/** Errors that refuse a start; the command line shows them in every language. */
import type { Bilingual } from '../../shared/contracts/text.js'
import { AppError } from '../errors.js'
import { isStoreFull } from '../mongo/store-errors.js'
import { allLanguages } from '../texts/in-every-language.js'
import type { LastBackup } from './last-backup.js'
import { texts } from './texts/index.js'

const refusedStart = (why: Bilingual, cause?: unknown): AppError =>
  new AppError('start-refused', 500, allLanguages(why, '\n\n'), undefined, { cause })

export const newerData = (where: string, versions: { stored: number; known: number }): AppError =>
  refusedStart(texts.newerData(where, versions))

export const storeGone = (where: string, traces: readonly string[]): AppError =>
  refusedStart(texts.storeGone(where, traces))

export const auditFolderGone = (where: string): AppError => refusedStart(texts.auditFolderGone(where))

export interface Damage {
  dataDir: string
  backup: LastBackup | undefined
}

export const damagedStore = (damage: Damage, cause?: unknown): AppError =>
  refusedStart(texts.damagedStore(damage), cause)

export const partedStore = (damage: Damage, cause?: unknown): AppError => refusedStart(texts.partedStore(damage), cause)

export const unopenedStore = (damage: Damage & { file: string }, cause?: unknown): AppError =>
  refusedStart(texts.unopenedStore(damage), cause)

export const unreadableAudit = (damage: Damage & { file: string }, cause?: unknown): AppError =>
  refusedStart(texts.unreadableAudit(damage), cause)

/** What SQLite, the system and the store say when there is no room. */
export const isFull = (error: unknown): boolean =>
  isStoreFull(error) || /^(SQLITE_FULL|ENOSPC)$/.test(String((error as { code?: unknown } | undefined)?.code))

export const noRoom = (where: string, cause: unknown): AppError => refusedStart(texts.noRoom(where), cause)

export const portTaken = (port: number, cause: unknown): AppError => refusedStart(texts.portTaken(port), cause)

export const oldServer = (found: string, oldest: number): AppError => refusedStart(texts.oldServer(found, oldest))

export const stillMigrating = (minutes: number): AppError => refusedStart(texts.stillMigrating(minutes))
