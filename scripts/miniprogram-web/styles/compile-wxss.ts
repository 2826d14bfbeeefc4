import fs from 'node:fs'
import postcss, { type AtRule, type Root } from 'postcss'
import { isFile } from '../project/files.js'
import type { Report } from '../project/problem.js'
import { drawIcons, type Icons } from './icons.js'
import { selectorTransform } from './selectors.js'
import { convertUnits, hasUnits } from './units.js'

interface Wxss {
  file: string
  scope: string
  pageRoute?: string | undefined
  icons: Icons
  /** file of an @import, whether it exists or not */
  resolve: (reference: string, fromFile: string) => string
  report: Report
}

/** WXSS → CSS through postcss: Tencent's own compiler (glass-easel-stylesheet-compiler) is not on npm. */
export function compileWxss({ file, scope, pageRoute, icons, resolve, report }: Wxss): string {
  const root = withImports(file, { resolve, report, seen: [file] })
  const transform = selectorTransform({ scope, pageRoute })

  drawIcons(root, icons)
  root.walkRules((rule) => {
    const isKeyframe = rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes')
    if (!isKeyframe) rule.selector = transform.processSync(rule.selector)
  })
  root.walkDecls((declaration) => {
    if (hasUnits(declaration.value)) declaration.value = convertUnits(declaration.value)
  })
  root.walkAtRules((rule) => {
    if (hasUnits(rule.params)) rule.params = convertUnits(rule.params)
  })
  return root.toString()
}

interface Imports extends Pick<Wxss, 'resolve' | 'report'> {
  seen: string[]
}

function withImports(file: string, { resolve, report, seen }: Imports): Root {
  const root = postcss.parse(fs.readFileSync(file, 'utf8'), { from: file })
  root.walkAtRules('import', (rule) => {
    const [, reference = ''] = /^(?:url\()?\s*['"]?([^'")]+)['"]?\s*\)?/.exec(rule.params) ?? []
    const target = resolve(reference, file)
    if (seen.includes(target)) return void rule.remove()
    if (isFile(target))
      return void rule.replaceWith(withImports(target, { resolve, report, seen: [...seen, target] }).nodes)
    report({
      path: file,
      message: `cannot resolve @import "${reference}"`,
      startLine: (rule.source?.start?.line ?? 1) - 1,
    })
    rule.remove()
  })
  return root
}
