// JavaScript on purpose: a worker thread of Node 20 has no tsx, and to register it in every thread takes three times as long as to bundle
// the thread's sources. The bundle lies inside the project, so that it finds the packages, and is made anew only when the sources have
// changed. Built code has no need of this.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const build = fileURLToPath(new URL('../../build/', import.meta.url))

/** `entry`: the thread's own file; `folders`: all that it may read. */
export async function runFromSource({ name, entry, folders }) {
  const bundle = join(build, `${name}-${stateOf(folders)}.mjs`)
  if (!existsSync(bundle)) await makeBundle({ name, entry, bundle })
  await import(pathToFileURL(bundle).href)
}

/** Under its name only when it is whole: several threads may make it at the same time. */
async function makeBundle({ name, entry, bundle }) {
  const { build: bundleInto } = await import('esbuild')
  mkdirSync(build, { recursive: true })
  const old = readdirSync(build).filter((file) => file.startsWith(`${name}-`))
  const unfinished = `${bundle}-${performance.timeOrigin}-${process.pid}`
  await bundleInto({
    entryPoints: [fileURLToPath(entry)],
    outfile: unfinished,
    bundle: true,
    packages: 'external',
    format: 'esm',
    sourcemap: 'inline',
  })
  renameSync(unfinished, bundle)
  for (const file of old) rmSync(join(build, file), { recursive: true, force: true })
}

/** Another one when a name, a size or a time below these folders is. */
function stateOf(folders) {
  const hash = createHash('sha256')
  for (const folder of folders.map((url) => fileURLToPath(url)))
    for (const file of readdirSync(folder, { recursive: true }).sort()) {
      const { size, mtimeMs } = statSync(join(folder, file))
      hash.update(`${file}\0${size}\0${mtimeMs}\n`)
    }
  return hash.digest('hex').slice(0, 16)
}
