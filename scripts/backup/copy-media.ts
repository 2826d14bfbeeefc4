/** The recordings of a running product. What is removed meanwhile is left out: the store, copied before, may still name it, and plays a gap. */
import { constants } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** After the store: whatever it notes lies here already. What is still being written has an underscore in its name. */
export async function copyMedia(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch(nothingThere)
  if (entries.length === 0) return
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyMedia(source, target)
    else if (!entry.name.includes('_')) await copyFile(source, target, constants.COPYFILE_FICLONE).catch(nothingThere)
  }
}

function nothingThere(error: unknown): never[] {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  return []
}
