import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundlePages } from './bundle.js'
import { PACKAGE_LIMIT, packageBytes } from './lint/package-size.js'
import { lintTags } from './lint/tags.js'
import { lintTexts } from './lint/texts.js'
import { compileTemplates } from './project/compile-templates.js'
import { loadProject } from './project/load-project.js'
import { isPackagePath } from './project/paths.js'
import { formatProblems, type Problem } from './project/problem.js'
import { compileStyles } from './styles/compile-styles.js'
import { usedIcons } from './styles/icons.js'
import { typecheckTemplates } from './typecheck.js'

interface LintResult {
  problems: Problem[]
  templates: number
  /** estimate of each package */
  bytes: Record<string, number>
}

/** All that is wrong with a mini-program's own files and can be seen without running it. miniprogram-ci misses most of it. */
export async function lintMiniprogram(root: string): Promise<LintResult> {
  const project = loadProject(path.resolve(root))
  const own = [...project.components.values()].filter((component) => !isPackagePath(component.path))

  const { code, count } = compileTemplates(project, { dev: false })
  compileStyles(project, usedIcons(project))
  for (const component of own) {
    lintTags(project, component)
    lintTexts(project, component)
  }
  const bytes = packageBytes(project, await bundlePages(project, code, { dev: false }))
  for (const [name, size] of Object.entries(bytes).filter(([, one]) => one > PACKAGE_LIMIT))
    project.report({ path: 'app.json', message: `${name} package is about ${megabytes(size)} MB, WeChat takes 2 MB` })
  const types = typecheckTemplates(project)

  return { problems: [...project.problems, ...types], templates: count, bytes }
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(2)

async function main(root = 'miniprogram') {
  const { problems, templates, bytes } = await lintMiniprogram(root)
  if (problems.length) console.error(formatProblems(problems))
  const errors = problems.filter(({ isError }) => isError).length
  const sizes = Object.entries(bytes).map(([name, size]) => `${name} about ${megabytes(size)} MB`)
  console.log(`${templates} templates, ${sizes.join(', ')}: ${errors} errors`)
  process.exitCode = errors ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2])
