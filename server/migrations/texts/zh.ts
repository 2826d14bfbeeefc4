import { listing } from '../../texts/listing.js'

const list = listing('zh')

interface Damage {
  dataDir: string
  backup?: { to: string; at: string } | undefined
}

const backupIn = ({ backup }: Damage): string => (backup ? `备份 ${backup.to} ` : '最近一次备份')
const restore = (damage: Damage): string =>
  `请不要删除任何文件：先把 ${damage.dataDir} 里的 store 和 audit 两个文件夹移到别处，keys 留在原处，再运行 npm run restore -- --from ${damage.backup?.to ?? '最近一次备份的文件夹'}，然后启动。${damage.backup ? `这是这里记得的最近一次备份，做于 ${damage.backup.at}。` : ''}`

/** Why a start is refused, for whoever sits at the machine: what, where, and what to do. */
export const zh = {
  newerData: (where: string, { stored, known }: { stored: number; known: number }) =>
    `没有启动：${where} 里的数据由更新的版本写成（结构版本 ${stored}，本版本只认识到 ${known}）。数据没有改动。请改用当时的版本或更新的版本启动；要回到旧版本，请恢复升级前的备份。`,
  storeGone: (where: string, traces: readonly string[]) =>
    `没有启动：${where} 是空的，但这里曾经有过数据：${list(traces)} 还在。请把数据从备份恢复到原处。如果确实要从头开始，请先把 ${list(traces)} 移到别处（不要删除：旧备份要靠其中的密钥才能读），再启动。`,
  auditFolderGone: (where: string) =>
    `没有启动：审计记录在数据库里，但签名文件夹 ${where} 不见了。请从备份恢复它（它应与数据库一起备份）。如果确实没有备份，请新建这个空文件夹再启动；npm run audit:verify 会如实指出缺了什么。`,
  damagedStore: (damage: Damage) => `没有启动：${damage.dataDir}/store 的数据文件已损坏，无法读取。${restore(damage)}`,
  partedStore: (damage: Damage) =>
    `没有启动：${damage.dataDir}/store 里的数据库文件 data.sqlite 不见了或是空的，旁边的日志 data.sqlite-wal 却还在，最近的数据在日志里。什么都没有改动。如果 data.sqlite 是被人移走的，把同一个文件放回原处再启动就行。否则要靠备份：${restore(damage)}`,
  unopenedStore: ({ file, ...damage }: Damage & { file: string }) =>
    `没有启动：${file} 里的文件打不开：要么运行小招的用户没有读写权限，要么它不是普通文件。请用 ls -l 查看；只是权限不对的话，改好（chown、chmod 600）再启动。否则要靠备份：${restore(damage)}`,
  unreadableAudit: ({ file, ...damage }: Damage & { file: string }) =>
    `没有启动：审计签名文件夹 ${file} 读不了：要么它不是文件夹，要么运行小招的用户没有权限。只是权限不对的话，改好再启动。否则先把它移到别处，再把${backupIn(damage)}里的 audit 文件夹放回原处；如果确实没有备份，请新建一个空的 audit 文件夹。启动后 npm run audit:verify 会如实指出缺了什么。`,
  noRoom: (where: string) =>
    `没有启动：${where} 已经写不下了：磁盘已满，或者达到了 STORE_BYTE_CAP 的上限。已经存下的数据都在，没有改动。请在这个磁盘上腾出空间（不要动这个文件夹里的文件），或者调高上限，再启动。`,
  portTaken: (port: number) =>
    `没有启动：端口 ${port} 已被别的程序占用。请停掉那个程序，或者用 PORT 换一个端口再启动。`,
  damagedHeads: (where: string, files: readonly string[], damage: Damage) =>
    `审计签名文件夹 ${where} 里有读不了的文件：${list(files)}。小招照常工作。请把${backupIn(damage)}里 audit 文件夹中的同名文件放回原处，再运行 npm run audit:verify，它会如实指出缺了什么`,
  damagedPage: (damage: Damage) => `数据文件里有损坏的一页，碰到它的请求会失败。请停掉小招。${restore(damage)}`,
  oldServer: (found: string, oldest: number) =>
    `没有启动：数据库是 MongoDB ${found}，小招需要 ${oldest}.0 或更新的版本。什么都没有写入。请升级数据库，或者把 MONGODB_URI 指向另一个。`,
  stillMigrating: (minutes: number) =>
    `没有启动：另一个进程正在升级数据，等了 ${minutes} 分钟还没有完成。请看那个进程的日志；它结束后再启动。`,
}
