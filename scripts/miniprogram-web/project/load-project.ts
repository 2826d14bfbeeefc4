import path from 'node:path'
import { findNodeModules, firstFile, isFile, readJson } from './files.js'
import { projectPaths, type Paths } from './paths.js'
import { problemList, type Problem, type Report } from './problem.js'

interface ComponentJson {
  component?: boolean
  styleIsolation?: string
  usingComponents?: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  [key: string]: unknown
}

interface AppJson {
  pages?: string[]
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
  tabBar?: { list?: { pagePath: string }[] }
  usingComponents?: Record<string, string>
  [key: string]: unknown
}

interface SubPackage {
  root: string
  pages: string[]
}

export interface MpComponent {
  path: string
  /** file without extension */
  base: string
  json: ComponentJson
  isPage: boolean
  script: string | undefined
  /** class prefix that keeps its styles to itself; empty = styles are shared */
  scope: string
  using: Record<string, string>
  generics: Record<string, true | { default: string }>
}

export interface Project {
  root: string
  nodeModules: string
  paths: Paths
  app: AppJson
  pages: string[]
  globalUsing: Record<string, string>
  components: Map<string, MpComponent>
  problems: Problem[]
  report: Report
}

/** Follows app.json → pages → usingComponents. What does not resolve is reported, not thrown: the lint shows all of it at once. */
export function loadProject(root: string): Project {
  const { problems, report } = problemList()
  const nodeModules = findNodeModules(root)
  const app = readJson<AppJson>(path.join(root, 'app.json'))
  const project: Project = {
    root,
    nodeModules,
    app,
    problems,
    report,
    paths: projectPaths(root, nodeModules),
    pages: pagesOf(app),
    globalUsing: {},
    components: new Map(),
  }

  project.globalUsing = resolveUsing(project, app.usingComponents ?? {}, 'app')
  for (const tab of app.tabBar?.list ?? []) {
    if (!project.pages.includes(tab.pagePath))
      report({ path: 'app.json', message: `tabBar page "${tab.pagePath}" is not in pages` })
  }
  for (const page of project.pages) addComponent(project, page, true)
  for (const component of Object.values(project.globalUsing)) addComponent(project, component, false)

  return project
}

function pagesOf(app: AppJson) {
  const subPages = (app.subPackages ?? app.subpackages ?? []).flatMap((sub) =>
    sub.pages.map((page) => path.posix.join(sub.root, page)),
  )
  return [...(app.pages ?? []), ...subPages]
}

function resolveUsing({ paths, report }: Project, using: Record<string, string>, from: string) {
  const resolved: Record<string, string> = {}
  for (const [tag, reference] of Object.entries(using)) {
    const component = paths.resolve(reference, from)
    if (isFile(`${paths.fileOf(component)}.wxml`)) resolved[tag] = component
    else report({ path: `${from}.json`, message: `usingComponents "${tag}": "${reference}" not found` })
  }
  return resolved
}

function addComponent(project: Project, componentPath: string, isPage: boolean): void {
  const { components, paths, report } = project
  if (components.has(componentPath)) return
  const base = paths.fileOf(componentPath)
  if (!isFile(`${base}.wxml`)) {
    return report({ path: 'app.json', message: `${isPage ? 'page' : 'component'} "${componentPath}" has no .wxml` })
  }

  const json = readComponentJson(base, componentPath, report)
  const script = firstFile([`${base}.ts`, `${base}.js`])
  if (!script) report({ path: componentPath, message: 'no .ts or .js file' })
  if (!isPage && !json.component)
    report({ path: `${componentPath}.json`, message: 'used as a component but "component": true is missing' })

  const scope = isScoped(json) ? `c${components.size.toString(36)}` : ''
  const component: MpComponent = { path: componentPath, base, json, isPage, script, scope, using: {}, generics: {} }
  components.set(componentPath, component)
  component.using = resolveUsing(project, json.usingComponents ?? {}, componentPath)
  component.generics = resolveGenerics(project, component)
  for (const used of Object.values(component.using)) addComponent(project, used, false)
}

function readComponentJson(base: string, componentPath: string, report: Report): ComponentJson {
  try {
    return isFile(`${base}.json`) ? readJson<ComponentJson>(`${base}.json`) : {}
  } catch (cause) {
    report({ path: `${componentPath}.json`, message: (cause as Error).message })
    return {}
  }
}

/** A component keeps its styles apart unless it says shared; `apply-shared` lets the page's in but none out. */
function isScoped({ styleIsolation, component }: ComponentJson) {
  if (!styleIsolation) return component === true
  return styleIsolation === 'isolated' || styleIsolation === 'apply-shared' || styleIsolation === 'page-isolated'
}

function resolveGenerics(project: Project, component: MpComponent) {
  const generics: MpComponent['generics'] = {}
  for (const [name, value] of Object.entries(component.json.componentGenerics ?? {})) {
    const fallback = value === true ? undefined : value.default
    generics[name] = fallback ? { default: `/${project.paths.resolve(fallback, component.path)}` } : true
    if (fallback) addComponent(project, project.paths.resolve(fallback, component.path), false)
  }
  return generics
}

/** What the runtime must know of the project; templates and styles travel apart. */
export function runtimeMeta({ app, pages, components, globalUsing }: Project) {
  const comps = [...components.values()].map(({ path: name, scope, isPage, json, using, generics }) => {
    const { usingComponents: _using, componentGenerics: _generics, ...config } = json
    const rooted = Object.fromEntries(
      Object.entries({ ...globalUsing, ...using }).map(([tag, target]) => [tag, `/${target}`]),
    )
    const componentGenerics = Object.keys(generics).length ? { componentGenerics: generics } : {}
    return [name, { scope, isPage, config: { ...config, usingComponents: rooted, ...componentGenerics } }]
  })
  return { app, pages, comps: Object.fromEntries(comps) as Record<string, unknown> }
}
