/** The store bundled once for all processes that a test starts: tsx in each of them takes longer than what is tested. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

let entry: string | undefined

/** What a process runs; inside the project, so that it finds the packages. */
export function builtStore(): string {
  entry ??= build()
  return entry
}

function build(): string {
  mkdirSync(pathOf('../../../build/'), { recursive: true })
  const folder = mkdtempSync(pathOf('../../../build/store-process-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  buildSync({
    entryPoints: [pathOf('./run-store.ts'), pathOf('../host/worker.ts')],
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    sourcemap: 'inline',
  })
  return join(folder, 'run-store.js')
}
