import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundlePages, bundleRuntime } from './bundle.js'
import { filesBelow } from './project/files.js'
import { compileTemplates } from './project/compile-templates.js'
import { loadProject } from './project/load-project.js'
import { formatProblems, type Problem } from './project/problem.js'
import { compileStyles } from './styles/compile-styles.js'
import { usedIcons } from './styles/icons.js'

const RUNTIME_STYLES = new URL('runtime/styles/', import.meta.url)
const ASSET = /\.(png|jpe?g|gif|svg|webp|mp3|mp4|aac|wav|ttf|woff2?)$/i

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>小程序</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="app.css">
</head>
<body><script src="runtime.js"></script><script src="app.js"></script></body>
</html>
`

interface Build {
  root: string
  out: string
  dev?: boolean
}

export interface Built {
  pages: number
  components: number
  ms: number
  problems: Problem[]
}

/**
 * Builds the mini-program for a browser: a folder of static files with relative addresses only, to be served anywhere.
 * Problems of the project are returned; broken TypeScript throws.
 */
export async function buildMiniprogramWeb({ root, out, dev = true }: Build): Promise<Built> {
  const startedAt = performance.now()
  const project = loadProject(path.resolve(root))
  const target = path.resolve(out)
  fs.rmSync(target, { recursive: true, force: true })
  fs.mkdirSync(target, { recursive: true })

  const templates = compileTemplates(project, { dev })
  const icons = usedIcons(project)
  const scripts = [bundleRuntime({ out: target, dev }), bundlePages(project, templates.code, { out: target, dev })]
  fs.writeFileSync(path.join(target, 'app.css'), `${runtimeStyles()}\n${compileStyles(project, icons)}`)
  fs.writeFileSync(path.join(target, 'index.html'), PAGE)
  icons.copyTo(path.join(target, 'icons'))
  copyAssets(project.root, target)
  fs.copyFileSync(createRequire(import.meta.url).resolve('@breezystack/lamejs'), path.join(target, 'lamejs.js'))
  await Promise.all(scripts)

  const ms = Math.round(performance.now() - startedAt)
  return { pages: project.pages.length, components: project.components.size, ms, problems: project.problems }
}

const runtimeStyles = () =>
  filesBelow(fileURLToPath(RUNTIME_STYLES))
    .sort()
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n')

function copyAssets(root: string, target: string) {
  for (const file of filesBelow(root).filter((name) => ASSET.test(name))) {
    const copy = path.join(target, path.relative(root, file))
    fs.mkdirSync(path.dirname(copy), { recursive: true })
    fs.copyFileSync(file, copy)
  }
}

async function main([root = 'miniprogram', out = 'build/miniprogram-web']: string[], dev: boolean) {
  const { pages, components, ms, problems } = await buildMiniprogramWeb({ root, out, dev })
  if (problems.length) console.error(formatProblems(problems))
  console.log(`${pages} pages, ${components} components in ${ms} ms → ${out}`)
  process.exitCode = problems.some(({ isError }) => isError) ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2)
  await main(
    args.filter((arg) => !arg.startsWith('--')),
    !args.includes('--production'),
  )
}
