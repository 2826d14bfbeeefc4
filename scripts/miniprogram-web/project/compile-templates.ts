import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { TmplGroup as TemplateGroup } from 'glass-easel-template-compiler'
import { firstFile, isFile } from './files.js'
import type { Project } from './load-project.js'
import { isPackagePath } from './paths.js'
import type { Problem } from './problem.js'
import { requiredScripts, toJavaScript } from './wxs-source.js'

const { TmplGroup } = createRequire(import.meta.url)(
  'glass-easel-template-compiler',
) as typeof import('glass-easel-template-compiler')

/** Joins the templates' own runtime with the runtime of this package: runtime/engine/wxs.ts defines these. */
const WXS_ENVIRONMENT =
  'var getRegExp=globalThis.__wxsGetRegExp,getDate=globalThis.__wxsGetDate;' +
  'Q.A=globalThis.__wxsChange;Q.C=globalThis.__wxsEvent;'

interface CompiledTemplates {
  /** JavaScript expression `{ [path]: generator }` */
  code: string
  count: number
}

/** Tencent's own compiler; in own templates its warnings are errors ("missing end tag" is only a warning there). */
export function compileTemplates(project: Project, { dev }: { dev: boolean }): CompiledTemplates {
  const group = dev ? TmplGroup.newDev() : new TmplGroup()
  group.setExtraRuntimeScript(WXS_ENVIRONMENT)
  const seen = new Set<string>()
  for (const component of project.components.values()) addTemplate({ project, group, seen }, component.path)

  const code = group.getTmplGenObjectGroups()
  group.free()
  return { code, count: [...seen].filter((name) => !name.endsWith('.wxs')).length }
}

interface Compilation {
  project: Project
  group: TemplateGroup
  seen: Set<string>
}

function addTemplate(run: Compilation, name: string): void {
  const {
    project: { paths, report },
    group,
    seen,
  } = run
  if (seen.has(name)) return
  seen.add(name)
  const file = `${paths.fileOf(name)}.wxml`
  if (!isFile(file)) return report({ path: `${name}.wxml`, message: 'template file not found' })

  const warnings = group.addTmpl(name, fs.readFileSync(file, 'utf8')) as Problem[]
  for (const { message, isError, startLine, startColumn } of warnings) {
    if (isError || !isPackagePath(name)) report({ path: `${name}.wxml`, message, startLine, startColumn })
  }
  for (const module of group.getInlineScriptModuleNames(name) as string[]) {
    const wxs = group.getInlineScript(name, module)
    requiredScripts(wxs, name).forEach((script) => addScript(run, script))
    group.setInlineScript(name, module, toJavaScript(wxs))
  }
  for (const used of group.getDirectDependencies(name) as string[]) addTemplate(run, used)
  for (const script of group.getScriptDependencies(name) as string[]) addScript(run, script)
}

function addScript(run: Compilation, name: string): void {
  const {
    project: { paths, report },
    group,
    seen,
  } = run
  const key = `${name.replace(/\.wxs$/, '')}.wxs`
  if (seen.has(key)) return
  seen.add(key)
  const file = firstFile([paths.fileOf(name), `${paths.fileOf(name)}.wxs`])
  if (!file) return report({ path: name, message: 'wxs file not found' })

  const wxs = fs.readFileSync(file, 'utf8')
  group.addScript(name, toJavaScript(wxs))
  requiredScripts(wxs, name).forEach((script) => addScript(run, script))
}
