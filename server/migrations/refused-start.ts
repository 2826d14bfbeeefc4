/** Why a start is refused, for whoever sits at the machine: what, where, and what to do. */
import type { Bilingual } from '../../shared/contracts/text.js'
import { AppError } from '../errors.js'
import { isStoreFull } from '../mongo/store-errors.js'

const refusedStart = ({ zh, en }: Bilingual, cause?: unknown): AppError =>
  new AppError('start-refused', 500, `${zh}\n\n${en}`, undefined, { cause })

export const newerData = (where: string, { stored, known }: { stored: number; known: number }): AppError =>
  refusedStart({
    zh: `没有启动：${where} 里的数据由更新的版本写成（结构版本 ${stored}，本版本只认识到 ${known}）。数据没有改动。请改用当时的版本或更新的版本启动；要回到旧版本，请恢复升级前的备份。`,
    en: `Not started: the data in ${where} was written by a newer build (form ${stored}; this build knows up to ${known}). Nothing was changed. Start the build that wrote it, or a newer one; to go back to the old build, restore the backup from before the upgrade.`,
  })

export const storeGone = (where: string, traces: readonly string[]): AppError =>
  refusedStart({
    zh: `没有启动：${where} 是空的，但这里曾经有过数据：${traces.join('、')} 还在。请把数据从备份恢复到原处。如果确实要从头开始，请先把 ${traces.join('、')} 移到别处（不要删除：旧备份要靠其中的密钥才能读），再启动。`,
    en: `Not started: ${where} is empty, but there was data here before: ${traces.join(' and ')} still stand. Put the data back from a backup. To begin anew on purpose, first move ${traces.join(' and ')} to another place (do not delete them: old backups cannot be read without the key), then start.`,
  })

export const auditFolderGone = (where: string): AppError =>
  refusedStart({
    zh: `没有启动：审计记录在数据库里，但签名文件夹 ${where} 不见了。请从备份恢复它（它应与数据库一起备份）。如果确实没有备份，请新建这个空文件夹再启动；npm run audit:verify 会如实指出缺了什么。`,
    en: `Not started: the audit trail is in the database, but the folder of its signatures is gone: ${where}. Put it back from the backup (it is backed up together with the store). If there is none, make the empty folder and start; npm run audit:verify then says what is missing.`,
  })

/** SQLite's words for a file that is no database, or one with broken pages (https://sqlite.org/rescode.html). */
export const isDamaged = (error: unknown): boolean =>
  /^SQLITE_(NOTADB|CORRUPT)/.test(String((error as { code?: unknown } | undefined)?.code))

export const damagedStore = (where: string, cause: unknown): AppError =>
  refusedStart(
    {
      zh: `没有启动：${where} 的数据文件已损坏，无法读取。请不要删除它：先把整个文件夹移到别处，再把最近一次备份的整个文件夹放回原处，然后启动。密钥不用换。`,
      en: `Not started: the data files in ${where} are damaged and cannot be read. Do not delete them: move the whole folder to another place, put the whole folder of the latest backup there, and start. The key stays as it is.`,
    },
    cause,
  )

/** What SQLite, the system and the store say when there is no room. */
export const isFull = (error: unknown): boolean =>
  isStoreFull(error) || /^(SQLITE_FULL|ENOSPC)$/.test(String((error as { code?: unknown } | undefined)?.code))

export const noRoom = (where: string, cause: unknown): AppError =>
  refusedStart(
    {
      zh: `没有启动：${where} 已经写不下了：磁盘已满，或者达到了 STORE_BYTE_CAP 的上限。已经存下的数据都在，没有改动。请在这个磁盘上腾出空间（不要动这个文件夹里的文件），或者调高上限，再启动。`,
      en: `Not started: there is no room to write in ${where}: the disk is full, or STORE_BYTE_CAP is reached. What was stored is all there and unchanged. Make room on that disk (without touching the files in this folder), or raise the cap, and start again.`,
    },
    cause,
  )

export const stillMigrating = (minutes: number): AppError =>
  refusedStart({
    zh: `没有启动：另一个进程正在升级数据，等了 ${minutes} 分钟还没有完成。请看那个进程的日志；它结束后再启动。`,
    en: `Not started: another process is migrating the data and has not finished within ${minutes} minutes. Look at its log, and start again when it is done.`,
  })
