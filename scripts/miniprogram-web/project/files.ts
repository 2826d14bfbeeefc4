import fs from 'node:fs'
import path from 'node:path'

export const isFile = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false

export const isFolder = (folder: string) => fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false

export const firstFile = (candidates: string[]) => candidates.find(isFile)

export const readJson = <T>(file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as T

export const toPosix = (file: string) => file.split(path.sep).join('/')

export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
}

export const filesIn = (folder: string) =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(folder, entry.name))

/** All files below a folder, without node_modules. */
export const filesBelow = (folder: string) =>
  fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/node_modules|miniprogram_npm/.test(path.relative(folder, file)))

/** The nearest node_modules at or above a folder: the fixture and the real project share the repository's. */
export function findNodeModules(from: string): string {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules')
    if (isFolder(found)) return fs.realpathSync(found)
    if (folder === path.dirname(folder)) throw new Error(`no node_modules at or above ${from}`)
  }
}
