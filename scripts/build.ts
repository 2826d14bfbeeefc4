/** Builds what `npm start` runs: the server, the mini-program for the sandbox's phone, the sandbox's page and HR's console. Unchanged sources are not built again. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildServer } from './build-server.js'
import { fingerprint } from './fingerprint.js'
import { buildMiniprogramWeb } from './miniprogram-web/build.js'
import { ensureWordVectors } from './word-vectors/ensure.js'

interface Step {
  title: string
  sources: string[]
  out: string
  run: () => Promise<void> | void
}

const binOf = (name: string) => join('node_modules', ...name.split('/'))

const steps: Step[] = [
  {
    title: '服务端 · server',
    sources: ['server', 'shared', 'scripts', 'tsconfig.json'],
    out: 'build/app',
    run: buildServer,
  },
  {
    title: '小程序 · mini-program',
    sources: ['miniprogram', 'scripts/miniprogram-web'],
    out: 'build/miniprogram-web',
    run: buildPhone,
  },
  {
    title: '模拟台页面 · sandbox page',
    sources: ['server/sandbox/page', 'shared'],
    out: 'build/sandbox-page',
    run: () => buildPages('server/sandbox/page'),
  },
  {
    title: '管理台 · console',
    sources: ['server/console', 'shared'],
    out: 'build/console',
    run: () => buildPages('server/console'),
  },
]

const all = steps.length + 1
for (const [index, step] of steps.entries()) await runStep(step, `[${index + 1}/${all}] ${step.title}`)
report(`[${all}/${all}] 词向量 · word vectors`, ensureWordVectors)

async function runStep({ sources, out, run }: Step, title: string): Promise<void> {
  const stamp = `${out}.stamp`
  const state = fingerprint([...sources, 'package-lock.json'])
  if (existsSync(out) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state)
    return console.log(`${title}  没有变化 · unchanged`)

  const started = performance.now()
  await run()
  writeFileSync(stamp, state)
  console.log(`${title}  ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

function report(title: string, make: () => boolean): void {
  const started = performance.now()
  console.log(`${title}  ${make() ? `${((performance.now() - started) / 1000).toFixed(1)} s` : '没有变化 · unchanged'}`)
}

async function buildPhone(): Promise<void> {
  const { problems } = await buildMiniprogramWeb({ root: 'miniprogram', out: 'build/miniprogram-web', dev: false })
  if (problems.length > 0) throw new Error(`the mini-program has ${problems.length} problem(s): run npm run lint:wxml`)
}

function buildPages(folder: string): void {
  execFileSync(
    process.execPath,
    [binOf('vite/bin/vite.js'), 'build', '--config', `${folder}/vite.config.ts`, '--logLevel', 'warn'],
    { stdio: 'inherit' },
  )
}
