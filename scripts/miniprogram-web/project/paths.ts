import path from 'node:path'
import { isFile, isFolder, isWithin, readJson, toPosix } from './files.js'

const PACKAGE_REFERENCE = /^((?:@[^/]+\/)?[^/]+)\/(.*)$/
const PACKAGE_PATH = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\/(.*)$/

/**
 * WeChat names a component by its path without extension, below miniprogramRoot or `miniprogram_npm/<package>`.
 * These functions go between that name and the file, which for a package lies in node_modules.
 */
export interface Paths {
  root: string
  /** mini-program files of an npm package, undefined when it is not one */
  packageDir(name: string): string | undefined
  packageDirs(): string[]
  fileOf(componentPath: string): string
  pathOf(file: string): string
  resolve(reference: string, fromPath: string): string
}

export function projectPaths(root: string, nodeModules: string): Paths {
  const packages = new Map<string, string | undefined>()

  function packageDir(name: string) {
    if (!packages.has(name)) packages.set(name, findPackageDir({ root, nodeModules, name }))
    return packages.get(name)
  }

  function fileOf(componentPath: string) {
    const [, name, rest] = PACKAGE_PATH.exec(componentPath) ?? []
    const dir = name && packageDir(name)
    return dir ? path.join(dir, rest ?? '') : path.join(root, componentPath)
  }

  function pathOf(file: string) {
    for (const [name, dir] of packages) {
      if (dir && isWithin(dir, file)) return `miniprogram_npm/${name}/${toPosix(path.relative(dir, file))}`
    }
    return toPosix(path.relative(root, file))
  }

  function resolve(reference: string, fromPath: string) {
    if (reference.startsWith('/')) return path.posix.normalize(reference.slice(1))
    const relative = path.posix.join(path.posix.dirname(fromPath), reference)
    if (reference.startsWith('.') || isFile(`${fileOf(relative)}.json`)) return relative
    const [, name] = PACKAGE_REFERENCE.exec(reference) ?? []
    return name && packageDir(name) ? `miniprogram_npm/${reference}` : relative
  }

  const packageDirs = () => [...packages.values()].filter((dir) => dir !== undefined)
  return { root, packageDir, packageDirs, fileOf, pathOf, resolve }
}

export const isPackagePath = (componentPath: string) => componentPath.startsWith('miniprogram_npm/')

/** Of a package made for mini-programs its own folder; any other one that the mini-program names is packed from its main file by DevTools. */
function findPackageDir({ root, nodeModules, name }: { root: string; nodeModules: string; name: string }) {
  const manifest = path.join(nodeModules, name, 'package.json')
  if (!isFile(manifest)) return undefined
  const { miniprogram = 'miniprogram_dist' } = readJson<{ miniprogram?: string }>(manifest)
  const folder = path.dirname(manifest)
  const dir = path.join(folder, miniprogram)
  if (isFolder(dir)) return dir
  return name in namedBy(root) ? folder : undefined
}

function namedBy(root: string): Record<string, string> {
  const own = path.join(root, 'package.json')
  return isFile(own) ? (readJson<{ dependencies?: Record<string, string> }>(own).dependencies ?? {}) : {}
}
