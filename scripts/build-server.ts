/**
 * Product and sandbox as few large files, packages and all: of a start's computing half was finding and opening some two thousand
 * small ones. What a file of ours finds from its own place is found from where it would lie below build/app.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { contentsOfDefaultData } from '../server/features/configuration/default-data.js'
import { filesBelow } from './fingerprint.js'

const out = 'build/app'

const entryPoints = [
  'scripts/run.ts',
  'server/main.ts',
  'server/sandbox/main.ts',
  'server/adapters/transcriber/local/apart/worker.ts',
  'server/data-files/thread/worker.ts',
  'server/embedded-mongo/host/worker.ts',
  'server/features/assessment/thread/worker.ts',
  'server/pdf/thread/worker.ts',
  'server/tables/thread/worker.ts',
  'server/voice/thread/worker.ts',
]

/** They bring a binary or tables that lie beside their code. */
export const withFiles = [
  'libsql',
  '@node-rs/jieba',
  'pdfmake',
  'fontkit',
  'mpg123-decoder',
  '@echogarden/fvad-wasm',
  'sherpa-onnx-node',
]
/** Large, and loaded where they are set up: bundled, a package of the older format loaded that way loses its names. */
export const loadedLater = ['@aws-sdk/client-s3', 'tencentcloud-sdk-nodejs-asr']

/** Packages in the older format ask for Node's own modules with `require`. */
const requireForPackages = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`

export async function buildServer(): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  // Types are checked by `npm run check`; here they are only taken out.
  await build({
    entryPoints,
    outdir: out,
    outbase: '.',
    external: [...withFiles, ...loadedLater],
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    sourcesContent: false,
    minifyWhitespace: true, // half the bytes to read and parse at every start; names stay
    banner: { js: requireForPackages },
    plugins: [ownPlaces, packagesUnmapped],
    logLevel: 'warning',
  })
  for (const file of filesBelow('server').filter((path) => /\/data\/.*\.(ya?ml|json)$/.test(path))) {
    mkdirSync(dirname(join(out, file)), { recursive: true })
    cpSync(file, join(out, file))
  }
  await writeDefaultData(join(out, 'server/features/configuration'))
  // The compiled server stands in its own folder and is a module there too.
  writeFileSync(`${out}/package.json`, '{ "type": "module" }\n')
}

/** Read once here and not at every first start. */
async function writeDefaultData(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'default-data.json'), JSON.stringify(await contentsOfDefaultData()))
}

const ownPlaces: Plugin = {
  name: 'own-places',
  setup(bundler) {
    bundler.onLoad({ filter: /\/(server|scripts)\/[^.]*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      if (!source.includes('import.meta.url')) return undefined
      const place = `/${out}/${relative('.', path).replace(/ts$/, 'js')}`
      return { loader: 'ts', contents: source.replaceAll('import.meta.url', placeBelow(place)) }
    })
  },
}

/** Wherever the folder lies by then. */
const placeBelow = (place: string) =>
  `(import.meta.url.slice(0, import.meta.url.lastIndexOf('/${out}/')) + ${JSON.stringify(place)})`

/** Lines of our own code are found again from a stack; to read a map of all packages takes a start longer than to load them. */
const packagesUnmapped: Plugin = {
  name: 'packages-unmapped',
  setup(bundler) {
    const emptyMap = Buffer.from('{"version":3,"sources":[""],"mappings":"AAAA"}').toString('base64')
    bundler.onLoad({ filter: /\/node_modules\/.*\.[cm]?js$/ }, ({ path }) => ({
      contents: `${readFileSync(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${emptyMap}`,
    }))
  },
}
