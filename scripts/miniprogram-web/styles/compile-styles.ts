import path from 'node:path'
import type { CssSyntaxError } from 'postcss'
import { firstFile, isFile } from '../project/files.js'
import type { MpComponent, Project } from '../project/load-project.js'
import { compileWxss } from './compile-wxss.js'
import type { Icons } from './icons.js'

/** All styles in one sheet: app first, then components, then pages, so that a page wins as it does on the phone. */
export function compileStyles(project: Project, icons: Icons): string {
  const all = [...project.components.values()]
  return [
    stylesOf(project, icons, { file: path.join(project.root, 'app.wxss'), scope: '' }),
    ...all.filter(({ isPage }) => !isPage).map((component) => stylesOf(project, icons, ownStyles(component))),
    ...all.filter(({ isPage }) => isPage).map((component) => stylesOf(project, icons, ownStyles(component))),
  ].join('\n')
}

const ownStyles = ({ base, scope, isPage, path: route }: MpComponent) => ({
  file: `${base}.wxss`,
  scope,
  pageRoute: isPage && !scope ? route : undefined,
})

function stylesOf(
  project: Project,
  icons: Icons,
  source: { file: string; scope: string; pageRoute?: string | undefined },
): string {
  if (!isFile(source.file)) return ''
  const { paths, report } = project
  const name = paths.pathOf(source.file)
  try {
    const css = compileWxss({
      ...source,
      icons,
      resolve: importResolver(project),
      report: (problem) => report({ ...problem, path: paths.pathOf(problem.path) }),
    })
    return `/* ${name} */\n${css}`
  } catch (cause) {
    const { reason, line = 1, column = 0, message } = cause as CssSyntaxError
    report({ path: name, message: reason ?? message, startLine: line - 1, startColumn: column })
    return ''
  }
}

function importResolver({ root, paths }: Project) {
  return (reference: string, fromFile: string) => {
    const near = reference.startsWith('/')
      ? path.join(root, reference)
      : path.resolve(path.dirname(fromFile), reference)
    return firstFile([near, `${near}.wxss`]) ?? paths.fileOf(paths.resolve(reference, paths.pathOf(fromFile)))
  }
}
