import fs from 'node:fs'
import path from 'node:path'
import { filesBelow, isFile, isWithin } from '../project/files.js'
import type { Project } from '../project/load-project.js'

/** WeChat refuses to upload a package above it, the main one or another. */
export const PACKAGE_LIMIT = 2 * 1024 * 1024

const COMPONENT_FILES = ['.js', '.json', '.wxml', '.wxss', '.wxs']
const NOT_SHIPPED = /(\.test\.ts|\.d\.ts|\/tsconfig[^/]*\.json|\.md)$/

/**
 * Estimate of what is uploaded with 过滤无依赖文件 on: own files as they are (TypeScript is a little larger than what it
 * compiles to) and, of packages, the components in use with the scripts they import. The main package is `main`; what stands in the folder
 * of another one is that one's, and everything that is shared is the main one's.
 */
export function packageBytes({ root, app, components }: Project, scripts: string[]): Record<string, number> {
  const own = filesBelow(root).filter((file) => !NOT_SHIPPED.test(file))
  const used = [...components.values()].flatMap(({ base }) => COMPONENT_FILES.map((extension) => base + extension))
  const files = new Set(
    [...own, ...used, ...scripts.map((file) => path.resolve(file))].filter(isFile).map((file) => fs.realpathSync(file)),
  )
  const others = (app.subPackages ?? app.subpackages ?? []).map((one) => one.root)
  const nameOf = (file: string) =>
    others.find((other) => isWithin(fs.realpathSync(path.join(root, other)), file)) ?? 'main'
  const bytes: Record<string, number> = {}
  for (const file of files) bytes[nameOf(file)] = (bytes[nameOf(file)] ?? 0) + fs.statSync(file).size
  return bytes
}
