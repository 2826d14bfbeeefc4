// JavaScript on purpose, as for the scorer: a worker thread of Node 20 has no tsx.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'

const build = fileURLToPath(new URL('../../../build/', import.meta.url))
mkdirSync(build, { recursive: true })
const folder = mkdtempSync(join(build, 'data-file-thread-'))
const outfile = join(folder, 'worker.mjs')
const entry = fileURLToPath(new URL('./worker.ts', import.meta.url))
try {
  buildSync({ entryPoints: [entry], outfile, bundle: true, packages: 'external', format: 'esm', sourcemap: 'inline' })
  await import(pathToFileURL(outfile).href)
} finally {
  rmSync(folder, { recursive: true })
}
