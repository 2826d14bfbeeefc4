/** Where the store keeps its files, and who may read them: the owner of the process alone. */
import { createHash } from 'node:crypto'
import { chmodSync, closeSync, lstatSync, mkdirSync, openSync, realpathSync, type Stats } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface StoreFiles {
  data: string
  lock: string
  socket: string
}

/** A unix socket address holds 108 bytes with its end on Linux, 104 on macOS. */
const longestSocketPath = 103

/** Makes the folders (0700). The same folder always gives the same paths, however it is written. */
export function prepareFiles(dataDir: string): StoreFiles {
  privateFolder(dataDir)
  const folder = realpathSync(dataDir)
  return { data: join(folder, 'data.sqlite'), lock: join(folder, 'owner.lock'), socket: socketPath(folder) }
}

/** A path too deep for a socket gets a private folder under the system's temporary one, named by a hash of it. */
function socketPath(folder: string): string {
  const beside = join(folder, 'mongo.sock')
  if (Buffer.byteLength(beside) <= longestSocketPath) return beside
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const short = join(tmpdir(), `xiaozhao-${name}`)
  socketFolder(short)
  return join(short, 'mongo.sock')
}

/** The operator chose it, perhaps as a link; its rights are put in order. */
function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (isForeign(lstatSync(path))) throw new Error(`the folder of the store belongs to another user: ${path}`)
  chmodSync(path, 0o700)
}

/** Nobody chose it, and the place is shared: what is there must be as we make it, or it could be a trap. */
function socketFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const fault = faultOf(lstatSync(path))
  if (fault) throw new Error(`the folder for the socket of the store, ${path}, ${fault}: remove it and start again`)
}

function faultOf(found: Stats): string | undefined {
  if (found.isSymbolicLink()) return 'is a link, which may lead anywhere'
  if (!found.isDirectory()) return 'is no folder'
  if (isForeign(found)) return 'belongs to another user'
  if (process.getuid && (found.mode & 0o077) !== 0) return 'is open to other users'
  return undefined
}

const isForeign = ({ uid }: Stats): boolean => process.getuid !== undefined && uid !== process.getuid()

/**
 * SQLite gives its log the rights of the database file. An existing file is not opened here: closing it again would let go of
 * the locks this process holds on it (POSIX).
 */
export function createPrivate(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
