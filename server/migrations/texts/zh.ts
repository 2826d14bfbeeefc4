import { listing } from '../../texts/listing.js'

const list = listing('zh')

/** Why a start is refused, for whoever sits at the machine: what, where, and what to do. */
export const zh = {
  newerData: (where: string, { stored, known }: { stored: number; known: number }) =>
    `没有启动：${where} 里的数据由更新的版本写成（结构版本 ${stored}，本版本只认识到 ${known}）。数据没有改动。请改用当时的版本或更新的版本启动；要回到旧版本，请恢复升级前的备份。`,
  storeGone: (where: string, traces: readonly string[]) =>
    `没有启动：${where} 是空的，但这里曾经有过数据：${list(traces)} 还在。请把数据从备份恢复到原处。如果确实要从头开始，请先把 ${list(traces)} 移到别处（不要删除：旧备份要靠其中的密钥才能读），再启动。`,
  auditFolderGone: (where: string) =>
    `没有启动：审计记录在数据库里，但签名文件夹 ${where} 不见了。请从备份恢复它（它应与数据库一起备份）。如果确实没有备份，请新建这个空文件夹再启动；npm run audit:verify 会如实指出缺了什么。`,
  damagedStore: (where: string) =>
    `没有启动：${where} 的数据文件已损坏，无法读取。请不要删除它：先把整个文件夹移到别处，再把最近一次备份的整个文件夹放回原处，然后启动。密钥不用换。`,
  noRoom: (where: string) =>
    `没有启动：${where} 已经写不下了：磁盘已满，或者达到了 STORE_BYTE_CAP 的上限。已经存下的数据都在，没有改动。请在这个磁盘上腾出空间（不要动这个文件夹里的文件），或者调高上限，再启动。`,
  portTaken: (port: number) =>
    `没有启动：端口 ${port} 已被别的程序占用。请停掉那个程序，或者用 PORT 换一个端口再启动。`,
  oldServer: (found: string, oldest: number) =>
    `没有启动：数据库是 MongoDB ${found}，小招需要 ${oldest}.0 或更新的版本。什么都没有写入。请升级数据库，或者把 MONGODB_URI 指向另一个。`,
  stillMigrating: (minutes: number) =>
    `没有启动：另一个进程正在升级数据，等了 ${minutes} 分钟还没有完成。请看那个进程的日志；它结束后再启动。`,
}
