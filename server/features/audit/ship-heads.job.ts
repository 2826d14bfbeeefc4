/**
 * Sends the ends of this machine's segments to their second place, whenever they have grown. What was sent is noted after it was taken:
 * whoever dies in between sends it twice, which is the same as once.
 */
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { HeadKeeper } from '../../ports/head-keeper.js'
import type { SignedHead } from './audit-chain.js'
import type { HeadFiles } from './head-files.js'

export interface ShipDeps {
  headKeeper: HeadKeeper
  heads: Pick<HeadFiles, 'heads'>
  /** Where what was sent is noted. */
  folder: string
}

const most = 500

export async function shipHeads({ headKeeper, heads, folder }: ShipDeps): Promise<void> {
  const note = join(folder, 'shipped.json')
  const shipped = await readNote(note)
  const grown = [...(await heads.heads()).values()]
    .filter((head): head is SignedHead => head !== 'unreadable')
    .filter(({ segment, sequence }) => sequence > (shipped[segment] ?? -1))
    .slice(0, most)
  if (grown.length === 0) return
  await headKeeper.keep(grown)
  await writeNote(note, {
    ...shipped,
    ...Object.fromEntries(grown.map(({ segment, sequence }) => [segment, sequence])),
  })
}

/** A note that is not there or not whole costs nothing but sending all once more. */
async function readNote(note: string): Promise<Record<string, number>> {
  try {
    return JSON.parse(await readFile(note, 'utf8')) as Record<string, number>
  } catch {
    return {}
  }
}

async function writeNote(note: string, shipped: Record<string, number>): Promise<void> {
  const draft = `${note}.${process.pid}`
  const file = await open(draft, 'w', 0o600)
  await file.writeFile(JSON.stringify(shipped))
  await file.close()
  await rename(draft, note)
}
