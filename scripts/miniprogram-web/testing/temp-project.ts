import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNodeModules } from '../project/files.js'

export const FIXTURE = fileURLToPath(new URL('../fixture', import.meta.url))

export interface TempProject {
  root: string
  out: string
  remove: () => void
}

/** A copy of the fixture with some files replaced or added, beside the repository's packages. */
export function tempProject(files: Record<string, string> = {}): TempProject {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'xiaozhao-mp-')))
  const root = path.join(folder, 'miniprogram')
  fs.cpSync(FIXTURE, root, { recursive: true })
  fs.symlinkSync(findNodeModules(FIXTURE), path.join(folder, 'node_modules'))
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), text)
  }
  return { root, out: path.join(folder, 'out'), remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}
