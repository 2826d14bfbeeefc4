/** Where the last backup went, noted beside the data: who finds the data damaged is told which one to restore. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface LastBackup {
  to: string
  at: string
}

const noteIn = (dataDir: string) => join(dataDir, 'last-backup.json')

export const noteBackup = (dataDir: string, { to, at }: LastBackup): Promise<void> =>
  writeFile(noteIn(dataDir), `${JSON.stringify({ to, at })}\n`, { mode: 0o600 })

/** Undefined when none is known here; it is a help, so nothing fails over it. */
export async function lastBackup(dataDir: string): Promise<LastBackup | undefined> {
  try {
    const { to, at } = JSON.parse(await readFile(noteIn(dataDir), 'utf8')) as Partial<LastBackup>
    return typeof to === 'string' && typeof at === 'string' ? { to, at } : undefined
  } catch {
    return undefined
  }
}
