import { fileURLToPath } from 'node:url'
import { collectFiles } from '../../data-files/collect-files.js'
import type { DataFile } from '../../data-files/read-data-file.js'

const folders = ['accounts', 'notifications', 'question-bank', 'positions'].map((feature) =>
  fileURLToPath(new URL(`../${feature}/data`, import.meta.url)),
)

let collected: Promise<DataFile[]> | undefined

/** The demo organisation, its message texts, bank and positions, as they come with the product; they do not change while it runs. */
export const defaultDataFiles = (): Promise<DataFile[]> => (collected ??= collect())

async function collect(): Promise<DataFile[]> {
  const { files, problems } = await collectFiles(folders)
  if (problems.length > 0) throw new Error(`the data that comes with the product is incomplete: ${problems[0]?.file}`)

  return files
}
