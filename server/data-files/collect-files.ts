/** Turns what a person names on the command line, files or folders, into texts; what cannot be read is told like any other fault. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bilingual } from '../../shared/contracts/text.js'
import { decodeText } from '../../shared/text-files/decode-text.js'
import type { FileProblem } from './file-problem.js'
import type { DataFile } from './read-data-file.js'
import { texts } from './texts/index.js'

const suffixes = /\.(ya?ml|json)$/
const maxBytes = 1024 * 1024

export interface Collected {
  files: DataFile[]
  problems: FileProblem[]
}

export async function collectFiles(paths: readonly string[]): Promise<Collected> {
  const collected: Collected = { files: [], problems: [] }
  for (const path of paths) await collect(path, collected)
  return collected
}

async function collect(path: string, collected: Collected): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return refuse(collected, path, texts.missing)
  if (found.isDirectory()) return collectFolder(path, collected)
  if (found.size > maxBytes) return refuse(collected, path, texts.tooLarge)

  const text = decodeText(await readFile(path))
  if (text === undefined) return refuse(collected, path, texts.unreadable)
  if (!collected.files.some((file) => file.path === path)) collected.files.push({ path, text })
}

async function collectFolder(path: string, collected: Collected): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  const inside = entries
    .filter((entry) => entry.isFile() && suffixes.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  if (inside.length === 0) return refuse(collected, path, texts.emptyFolder)

  for (const file of inside.sort()) await collect(file, collected)
}

function refuse(collected: Collected, file: string, { message, fix }: { message: Bilingual; fix: Bilingual }): void {
  collected.problems.push({ file, line: 1, column: 1, message, fix })
}
