/** `npm run types`: the compiler over every project that has changed since it was last right; what it learnt is kept under build/types. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.js'

interface Project {
  /** Of its file under build/types, as its tsconfig names it. */
  name: string
  config: string
  compiler: readonly string[]
  /** Folders whose files it reads; that it reads no others is checked. */
  reads: readonly string[]
}

/** One checker: each further one checks again what several files share, and the other processor is the tests'. */
const tsc = ['typescript-native/bin/tsc', '--checkers', '1']
const vueTsc = ['vue-tsc/bin/vue-tsc.js']
const kept = 'build/types'
/** Whatever a project reads: the settings it extends, and the packages. */
const always = ['tsconfig.json', 'package-lock.json']

const projects: readonly Project[] = [
  {
    name: 'main',
    config: 'tsconfig.json',
    compiler: tsc,
    reads: ['server', 'shared', 'scripts', 'test', 'miniprogram'],
  },
  { name: 'miniprogram', config: 'miniprogram/tsconfig.json', compiler: tsc, reads: ['miniprogram', 'shared'] },
  {
    name: 'miniprogram-tests',
    config: 'miniprogram/tsconfig.tests.json',
    compiler: tsc,
    reads: ['miniprogram', 'shared', 'test'],
  },
  {
    name: 'miniprogram-web-runtime',
    config: 'scripts/miniprogram-web/runtime/tsconfig.json',
    compiler: tsc,
    reads: ['scripts/miniprogram-web', 'miniprogram/services'],
  },
  {
    name: 'sandbox-page',
    config: 'server/sandbox/page/tsconfig.json',
    compiler: vueTsc,
    reads: ['server/sandbox', 'shared'],
  },
  {
    name: 'console',
    config: 'server/console/tsconfig.json',
    compiler: vueTsc,
    reads: ['server/console', 'shared', 'test'],
  },
]

mkdirSync(kept, { recursive: true })
const right = projects.map(isRight)
process.exitCode = right.every(Boolean) ? 0 : 1

function isRight(project: Project): boolean {
  const stamp = join(kept, `${project.name}.stamp`)
  const state = fingerprint([...project.reads, ...always])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return true

  rmSync(stamp, { force: true })
  const [compiler = '', ...options] = project.compiler
  const args = ['-p', project.config, '--noEmit', '--pretty', 'false', ...options]
  const { status } = spawnSync(process.execPath, [join('node_modules', compiler), ...args], { stdio: 'inherit' })
  const elsewhere = readElsewhere(project)
  if (elsewhere.length > 0)
    console.error(`scripts/types.ts does not know that ${project.name} reads ${elsewhere.join(', ')}`)
  if (status !== 0 || elsewhere.length > 0) return false
  writeFileSync(stamp, state)
  return true
}

/** Our files the compiler read outside the folders the project is said to read: a change there would go unseen. */
function readElsewhere({ name, reads }: Project): string[] {
  const info = JSON.parse(readFileSync(join(kept, `${name}.tsbuildinfo`), 'utf8')) as { fileNames: string[] }
  return info.fileNames
    .filter((file) => file.includes('/')) // the language's own declarations are named without a folder
    .filter((file) => !file.includes('node_modules/'))
    .map((file) => join(kept, file))
    .filter((file) => !reads.some((folder) => file.startsWith(`${folder}/`)))
}
