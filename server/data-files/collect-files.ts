/** Turns what a person names on the command line, files or folders, into texts; what cannot be read is told like any other fault. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bilingual } from '../../shared/contracts/text.js'
import type { FileProblem } from './file-problem.js'
import type { DataFile } from './read-data-file.js'

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
  if (!found) return refuse(collected, path, missing)
  if (found.isDirectory()) return collectFolder(path, collected)
  if (found.size > maxBytes) return refuse(collected, path, tooLarge)

  const text = decode(await readFile(path))
  if (text === undefined) return refuse(collected, path, notUtf8)
  if (!collected.files.some((file) => file.path === path)) collected.files.push({ path, text })
}

async function collectFolder(path: string, collected: Collected): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  const inside = entries
    .filter((entry) => entry.isFile() && suffixes.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  if (inside.length === 0) return refuse(collected, path, emptyFolder)

  for (const file of inside.sort()) await collect(file, collected)
}

/** A file saved by an old editor in GBK would otherwise be imported as question marks. */
function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function refuse(collected: Collected, file: string, { message, fix }: { message: Bilingual; fix: Bilingual }): void {
  collected.problems.push({ file, line: 1, column: 1, message, fix })
}

const missing = {
  message: { zh: '没有这个文件或文件夹。', en: 'There is no such file or folder.' },
  fix: { zh: '请检查路径。', en: 'Check the path.' },
}
const emptyFolder = {
  message: { zh: '文件夹里没有 .yaml 文件。', en: 'The folder holds no .yaml file.' },
  fix: { zh: '请检查路径。', en: 'Check the path.' },
}
const tooLarge = {
  message: { zh: '文件超过 1 MB。', en: 'The file is larger than 1 MB.' },
  fix: { zh: '请拆成几个文件。', en: 'Split it into several files.' },
}
const notUtf8 = {
  message: { zh: '文件不是 UTF-8 编码。', en: 'The file is not in UTF-8.' },
  fix: { zh: '请在编辑器里选择“另存为 UTF-8”。', en: 'Save it as UTF-8 in your editor.' },
}
