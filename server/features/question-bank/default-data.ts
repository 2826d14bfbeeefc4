import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { collectFiles } from '../../data-files/collect-files.js'
import type { DataFile } from '../../data-files/read-data-file.js'

const folders = ['accounts', 'question-bank', 'positions'].map((feature) => join('server', 'features', feature, 'data'))

/** The demo organisation, its bank and its positions, as they come with the product. Found from source and from the build. */
export async function defaultDataFiles(): Promise<DataFile[]> {
  const root = rootFrom(dirname(fileURLToPath(import.meta.url)))
  const { files, problems } = await collectFiles(folders.map((folder) => join(root, folder)))
  if (problems.length > 0) throw new Error(`the data that comes with the product is incomplete: ${problems[0]?.file}`)

  return files
}

function rootFrom(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('no package.json above the program')
  return rootFrom(parent)
}
