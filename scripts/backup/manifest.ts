/** What a backup holds, by name, size and hash, and which key opens it. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { keyedHash, type KeyRing } from '../../server/mongo/key-ring.js'

export const manifestName = 'manifest.json'

export interface KeptFile {
  path: string
  bytes: number
  sha256: string
}

export interface Manifest {
  version: 1
  at: string
  dbName: string
  /** Tells the right key without telling the key. */
  key: string
  files: KeptFile[]
}

export const fingerprintOf = (keys: KeyRing): string => keyedHash(keys.derive('audit'), 'backup').slice(0, 22)

export async function keptFiles(folder: string): Promise<KeptFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found
    .filter((entry) => entry.isFile() && entry.name !== manifestName)
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const kept: KeptFile[] = []
  for (const path of paths.sort()) kept.push(await keptFile(folder, path)) // recordings are thousands of files
  return kept
}

async function keptFile(folder: string, path: string): Promise<KeptFile> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(join(folder, path)), hash)
  return { path, bytes: (await stat(join(folder, path))).size, sha256: hash.digest('hex') }
}

/** Undefined where there is none, or none that this build reads. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => '{}')
  try {
    const found = JSON.parse(text) as Partial<Manifest>
    return found.version === 1 && Array.isArray(found.files) ? (found as Manifest) : undefined
  } catch {
    return undefined
  }
}

/** Names of files that are not as they were written, that are missing or that nobody wrote. */
export async function differences(folder: string, { files }: Manifest): Promise<string[]> {
  const now = new Map((await keptFiles(folder)).map((file) => [file.path, file]))
  const changed = files.filter(({ path, sha256 }) => now.get(path)?.sha256 !== sha256).map(({ path }) => path)
  const written = new Set(files.map(({ path }) => path))
  return [...changed, ...[...now.keys()].filter((path) => !written.has(path))]
}
