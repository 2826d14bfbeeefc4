// JavaScript on purpose: a worker thread of Node 20 has no tsx, and to register it in every thread takes three times as long as to bundle
// the thread's sources with the packages they use, of which one alone is some hundred files. The bundle lies inside the project, so that it
// finds what is not in it, and is made anew only when the sources or the packages have changed. Built code has no need of this.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** They bring a binary or tables that lie beside their code. */
const external = [
  'libsql',
  '@node-rs/jieba',
  'pdfmake',
  'fontkit',
  'mpg123-decoder',
  '@echogarden/fvad-wasm',
  'sherpa-onnx-node',
]
/** Packages in the older format ask for Node's own modules with `require`. */
const requireForPackages = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`
const build = fileURLToPath(new URL('../../build/', import.meta.url))
const lockFile = fileURLToPath(new URL('../../package-lock.json', import.meta.url))

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
    external,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner: { js: requireForPackages },
    sourcemap: 'inline',
    sourcesContent: false,
  })
  renameSync(unfinished, bundle)
  for (const file of old) rmSync(join(build, file), { recursive: true, force: true })
}

/** Another one when a name, a size or a time below these folders is. */
function stateOf(folders) {
  const hash = createHash('sha256').update(readFileSync(lockFile))
  for (const folder of folders.map((url) => fileURLToPath(url)))
    for (const file of readdirSync(folder, { recursive: true }).sort()) {
      const { size, mtimeMs } = statSync(join(folder, file))
      hash.update(`${file}\0${size}\0${mtimeMs}\n`)
    }
  return hash.digest('hex').slice(0, 16)
}
