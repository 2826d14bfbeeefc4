import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild, { type BuildOptions, type Plugin } from 'esbuild'
import { HIDDEN_GLOBALS, PAGE_GLOBALS } from './page-scope.js'
import { firstFile, isWithin } from './project/files.js'
import { runtimeMeta, type Project } from './project/load-project.js'
import type { Paths } from './project/paths.js'

const RUNTIME = fileURLToPath(new URL('runtime/index.ts', import.meta.url))

interface Bundle {
  /** nothing is written without it */
  out?: string
  dev: boolean
}

/** The shim and Tencent's component framework: everything that may touch the browser. */
export async function bundleRuntime({ out, dev }: Required<Bundle>): Promise<void> {
  await esbuild.build({ ...common(dev), entryPoints: [RUNTIME], outfile: path.join(out, 'runtime.js') })
}

/**
 * The pages, inside a function whose parameters are what a mini-program has (wx, Page, timers …) and, left undefined, what it has
 * not (window, document, fetch …). So that page code which would die on a phone dies here. Returns the files it read.
 */
export async function bundlePages(project: Project, templates: string, { out, dev }: Bundle): Promise<string[]> {
  const { inputs } = (
    await esbuild.build({
      ...common(dev),
      entryPoints: ['virtual:pages'],
      outfile: path.join(out ?? '', 'app.js'),
      write: out !== undefined,
      ignoreAnnotations: true,
      metafile: true,
      banner: {
        js:
          `__xz.install(${JSON.stringify(runtimeMeta(project))},(function(){return ${templates}})());` +
          `(function(${[...PAGE_GLOBALS, ...HIDDEN_GLOBALS].join()}){`,
      },
      footer: { js: `}).apply(undefined,__xz.pageScope(${JSON.stringify(PAGE_GLOBALS)}));__xz.start()` },
      plugins: [pagesPlugin(project)],
    })
  ).metafile
  const files = Object.keys(inputs).filter((file) => !file.startsWith('pages:'))
  reportForeignCode(project, files)
  return files
}

const common = (dev: boolean): BuildOptions => ({
  bundle: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
  sourcemap: dev ? 'linked' : false,
  minify: !dev,
  define: { 'process.env.NODE_ENV': JSON.stringify(dev ? 'development' : 'production') },
})

function pagesPlugin(project: Project): Plugin {
  const scripts = scriptPaths(project)
  return {
    name: 'miniprogram-pages',
    setup(build) {
      build.onResolve({ filter: /^virtual:pages$/ }, () => ({ path: 'pages', namespace: 'pages' }))
      build.onLoad({ filter: /.*/, namespace: 'pages' }, () => ({
        resolveDir: project.root,
        contents: entryOf(project),
      }))
      build.onResolve({ filter: /^[^./]/ }, ({ path: name, importer }) => {
        const file = packageFile(project.paths, name, importer)
        return file ? { path: file, sideEffects: true } : undefined
      })
      // Imports run first, then this statement, then the body: Page() and Component() know which file they stand in.
      build.onLoad({ filter: /\.(js|ts)$/ }, async ({ path: file }) => {
        const name = scripts.get(file)
        if (!name) return undefined
        const source = await fs.promises.readFile(file, 'utf8')
        return {
          contents: `__enterComponent(${JSON.stringify(name)});${source}`,
          loader: file.endsWith('.ts') ? 'ts' : 'js',
        }
      })
    },
  }
}

const scriptPaths = ({ components }: Project) =>
  new Map(
    [...components.values()].flatMap(({ script, path: name }) =>
      script ? [[fs.realpathSync(script), name] as const] : [],
    ),
  )

function entryOf({ root, components }: Project) {
  const app = firstFile([path.join(root, 'app.ts'), path.join(root, 'app.js')])
  const scripts = [...components.values()].map(({ script }) => script)
  return [app, ...scripts]
    .filter((file) => file !== undefined)
    .map((file) => `require(${JSON.stringify(file)})`)
    .join('\n')
}

/** Package imports as miniprogram_npm resolves them, and what a package itself ships in its miniprogram_npm (tslib). */
function packageFile(paths: Paths, name: string, importer: string) {
  const [, packageName = '', rest = ''] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(name) ?? []
  const dir = paths.packageDir(packageName)
  const bundled = paths
    .packageDirs()
    .filter((own) => isWithin(own, importer))
    .map((own) => path.join(own, 'miniprogram_npm', name))
  const bases = [...bundled, ...(dir ? [path.join(dir, rest)] : [])]
  return firstFile(bases.flatMap((base) => [base, `${base}.js`, path.join(base, 'index.js')]))
}

/** DevTools compiles miniprogramRoot only: a value imported from elsewhere works here and is missing on the phone. */
function reportForeignCode({ root, paths, report }: Project, inputs: string[]) {
  const homes = [fs.realpathSync(root), ...paths.packageDirs()]
  // What a package's own `browser` field switches off is no file.
  for (const input of inputs.filter((name) => !name.startsWith('(disabled):'))) {
    const file = path.resolve(input)
    if (homes.some((home) => isWithin(home, file))) continue
    report({ path: input, message: 'code from outside miniprogramRoot; only `import type` may cross' })
  }
}
