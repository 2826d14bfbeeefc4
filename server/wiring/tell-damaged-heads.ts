import { join } from 'node:path'
import { headFiles } from '../features/audit/index.js'
import type { Logger } from '../log.js'
import { damagedHeads } from '../migrations/index.js'

/** Looked at once at start. Nothing stops for it: what is new is signed as before, and what is missing can be told later too. */
export async function tellDamagedHeads(dataDir: string, log: Pick<Logger, 'error'>): Promise<void> {
  const folder = join(dataDir, 'audit')
  const files = await headFiles(folder).damaged()
  if (files.length > 0) log.error({ files }, await damagedHeads(dataDir, { folder, files }))
}
