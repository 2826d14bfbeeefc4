import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { collectFiles } from '../../data-files/collect-files.js'
import { contentHash } from '../../data-files/content-hash.js'
import { keepContent, readDataFile, type AnyDataFile, type DataFile } from '../../data-files/read-data-file.js'

const folders = ['accounts', 'notifications', 'question-bank', 'positions'].map((feature) =>
  fileURLToPath(new URL(`../${feature}/data`, import.meta.url)),
)
/** Made by the build, beside the built code: to read the files themselves takes a first start a second. */
const readByBuild = new URL('./default-data.json', import.meta.url)

/** By the hash of a file's text: one that was changed since is read as any other. */
type Contents = Record<string, AnyDataFile>

interface DefaultData {
  files: DataFile[]
  /** Of what all of them say, wherever they lie. */
  hash: string
}

let collected: Promise<DefaultData> | undefined

/** The demo organisation, its message texts, bank and positions, as they come with the product; they do not change while it runs. */
export const defaultData = (): Promise<DefaultData> => (collected ??= collect())

export const defaultDataFiles = async (): Promise<DataFile[]> => (await defaultData()).files

async function collect(): Promise<DefaultData> {
  const { files, problems } = await collectFiles(folders)
  if (problems.length > 0) throw new Error(`the data that comes with the product is incomplete: ${problems[0]?.file}`)

  const contents = existsSync(readByBuild) ? (JSON.parse(readFileSync(readByBuild, 'utf8')) as Contents) : {}
  const hashes = files.map(({ text }) => contentHash(text))
  for (const [at, file] of files.entries()) {
    const content = contents[hashes[at]!]
    if (content) keepContent(file, content)
  }
  return { files, hash: contentHash(hashes) }
}

/** For the build. @throws when a file has a fault. */
export async function contentsOfDefaultData(): Promise<Contents> {
  const files = await defaultDataFiles()
  return Object.fromEntries(files.map((file) => [contentHash(file.text), contentOf(file)]))
}

function contentOf(file: DataFile): AnyDataFile {
  const reading = readDataFile(file)
  if (reading.kind === 'read') return reading.file.content
  const [{ line, message }] = reading.problems as [(typeof reading.problems)[number]]
  throw new Error(`${file.path}:${line}: ${message.en}`)
}
