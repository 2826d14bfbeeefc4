/** A folder under the system's temporary one that only this user can write: what lies in it may be executed. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const writableByOthers = 0o022

/** The same for every process of this user. @throws when somebody else made it, or may write in it. */
export function privateFolder(name: string, under = os.tmpdir()): string {
  const folder = path.join(under, `xiaozhao-${name}-${process.getuid?.() ?? 'user'}`)
  try {
    fs.mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const fault = faultOf(fs.lstatSync(folder))
  if (fault) throw new Error(`${folder} ${fault}: remove it, or set TMPDIR to a folder of your own`)
  return folder
}

function faultOf(found: fs.Stats): string | undefined {
  if (found.isSymbolicLink()) return 'is a link, which may lead anywhere'
  if (!found.isDirectory()) return 'is no folder'
  if (process.getuid && found.uid !== process.getuid()) return 'belongs to another user'
  if (process.getuid && (found.mode & writableByOthers) !== 0) return 'can be written by other users'
  return undefined
}

/**
 * Fills `folder/name` once. Two processes may do it at the same time: each fills a folder of its own, and the first to rename it wins.
 */
export async function filledOnce(folder: string, name: string, fill: (at: string) => Promise<void>): Promise<string> {
  const target = path.join(folder, name)
  if (fs.existsSync(target)) return target

  const own = fs.mkdtempSync(path.join(folder, `${name}-`))
  try {
    await fill(own)
    fs.renameSync(own, target)
  } catch (error) {
    fs.rmSync(own, { recursive: true, force: true })
    if (!fs.existsSync(target)) throw error
  }
  return target
}
