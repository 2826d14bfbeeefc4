import { space } from './framework.js'
import type { PageConfig, ProjectMeta } from './types.js'

let meta: ProjectMeta = { app: {}, pages: [], comps: {} }

export const project = () => meta

/** Registers configuration, styles and compiled templates; afterwards the page scripts may run. */
export function installProject(installed: ProjectMeta, templates: Record<string, unknown>): void {
  meta = installed
  space.addStyleSheet('app')
  for (const [name, { config, scope }] of Object.entries(installed.comps)) {
    space.addComponentStaticConfig(name, config as Parameters<typeof space.addComponentStaticConfig>[1])
    space.addStyleSheet(name, undefined, scope || undefined)
    space.addCompiledTemplate(name, { groupList: templates, content: templates[name] } as Parameters<
      typeof space.addCompiledTemplate
    >[1])
  }
}

/** The window section of app.json under the page's own. */
export const pageConfig = (route: string): PageConfig => ({ ...meta.app.window, ...meta.comps[route]?.config })
