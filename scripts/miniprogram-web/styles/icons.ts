import fs from 'node:fs'
import path from 'node:path'
import postcss, { type Root, type Rule } from 'postcss'
import { filesBelow, filesIn, isFile } from '../project/files.js'
import type { Project } from '../project/load-project.js'
import { isPackagePath } from '../project/paths.js'

/**
 * TDesign loads its icon font from a CDN. The same glyphs stand in tdesign-icons-svg: each becomes a mask, filled with the
 * text colour. Only icons whose name occurs as a word in the sources in use are kept (a few dozen of 2 136).
 */
export interface Icons {
  names: ReadonlySet<string>
  copyTo(folder: string): void
}

const ICON_RULE = /^\.t-icon-([\w-]+):{1,2}before$/
const SOURCE = /\.(wxml|wxs|ts|js|json)$/
const WORD = /[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g

export function usedIcons(project: Project): Icons {
  const folder = path.join(project.nodeModules, 'tdesign-icons-svg', 'src')
  const names = new Set<string>()
  for (const word of sourceWords(project)) {
    for (const name of [word, `${word}-filled`]) if (isFile(path.join(folder, `${name}.svg`))) names.add(name)
  }

  function copyTo(target: string) {
    fs.mkdirSync(target, { recursive: true })
    for (const name of names)
      fs.writeFileSync(path.join(target, `${name}.svg`), iconSource(path.join(folder, `${name}.svg`)))
  }
  return { names, copyTo }
}

function sourceWords({ root, components }: Project) {
  const packageFolders = [...components.values()].filter((c) => isPackagePath(c.path)).map((c) => path.dirname(c.base))
  const files = [...filesBelow(root), ...[...new Set(packageFolders)].flatMap(filesIn)].filter((file) =>
    SOURCE.test(file),
  )
  return new Set(files.flatMap((file) => fs.readFileSync(file, 'utf8').match(WORD) ?? []))
}

/** the package writes `view-box`, which no browser reads */
const iconSource = (file: string) =>
  fs.readFileSync(file, 'utf8').replace('view-box=', 'viewBox=').replace('class=', 'data-name=')

/** Turns the rules of t-icon into masks, before classes are prefixed. */
export function drawIcons(root: Root, { names }: Icons): void {
  let hasFont = false
  root.walkAtRules('font-face', (rule) => {
    if (!rule.toString().includes('tdesign.gtimg.com')) return
    hasFont = true
    rule.remove()
  })
  if (!hasFont) return
  root.walkRules((rule) => drawIcon(rule, names))
  root.append(
    postcss.parse(
      `.t-icon-base::before{content:'';display:block;width:1em;height:1em;background:currentColor;` +
        '-webkit-mask:var(--mp-icon) center/contain no-repeat;mask:var(--mp-icon) center/contain no-repeat}',
    ),
  )
}

function drawIcon(rule: Rule, names: ReadonlySet<string>) {
  const name = ICON_RULE.exec(rule.selector)?.[1]
  if (!name) return
  if (!names.has(name)) return void rule.remove()
  rule.removeAll()
  rule.append({ prop: '--mp-icon', value: `url("icons/${name}.svg")` })
  rule.selector = `.t-icon-${name}`
}
