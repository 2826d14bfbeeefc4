import fs from 'node:fs'
import path from 'node:path'
import { filesBelow, isFile } from '../project/files.js'
import type { Project } from '../project/load-project.js'

/** WeChat refuses to upload a main package above it. */
export const MAIN_PACKAGE_LIMIT = 2 * 1024 * 1024

const COMPONENT_FILES = ['.js', '.json', '.wxml', '.wxss', '.wxs']
const NOT_SHIPPED = /(\.test\.ts|\.d\.ts|\/tsconfig[^/]*\.json|\.md)$/

/**
 * Estimate of what is uploaded with 过滤无依赖文件 on: own files as they are (TypeScript is a little larger than what it
 * compiles to) and, of packages, the components in use with the scripts they import.
 */
export function packageBytes({ root, components }: Project, scripts: string[]): number {
  const own = filesBelow(root).filter((file) => !NOT_SHIPPED.test(file))
  const used = [...components.values()].flatMap(({ base }) => COMPONENT_FILES.map((extension) => base + extension))
  const files = new Set(
    [...own, ...used, ...scripts.map((file) => path.resolve(file))].filter(isFile).map((file) => fs.realpathSync(file)),
  )
  return [...files].reduce((sum, file) => sum + fs.statSync(file).size, 0)
}
