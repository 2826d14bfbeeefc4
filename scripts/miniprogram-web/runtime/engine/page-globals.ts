import { errors, recordError, warnings } from '../health.js'
import { space } from './framework.js'
import { project } from './project-meta.js'

interface Definition {
  behaviors?: unknown[]
  options?: { styleIsolation?: string }
}
type Environment = Parameters<Parameters<typeof space.componentEnv>[1]>[0]
type AppObject = Record<string, unknown> & { onLaunch?: AppHook; onShow?: AppHook; onHide?: AppHook; onError?: AppHook }
type AppHook = (argument?: unknown) => void

const NATIVE_BEHAVIORS: Record<string, object> = {
  'wx://form-field': { properties: { name: String, value: null } },
  'wx://form-field-group': {},
  'wx://form-field-button': {},
  'wx://proxy-scroll-view': {},
  'wx://component-export': {},
}

const native = new Map<string, unknown>()
let currentPath = ''
let app: AppObject | undefined

/** Page, Component, Behavior and App as page code sees them; `__enterComponent` precedes every component's own code. */
export const pageGlobals = {
  __enterComponent: (path: string) => {
    currentPath = path
  },
  Behavior: (definition: Definition) => inEnvironment((e) => e.Behavior(withNativeBehaviors(definition) as never)),
  Page: (definition: Definition) => inEnvironment((e) => e.Page(withNativeBehaviors(definition) as never)),
  Component(definition: Definition) {
    warnOfIsolation(definition)
    return inEnvironment((e) => e.Component(withNativeBehaviors(definition) as never))
  },
  App: (definition: AppObject) => {
    app = Object.assign(Object.create({ globalData: {} }) as AppObject, definition)
  },
  getApp: () => app,
}

export function callApp(hook: 'onLaunch' | 'onShow' | 'onHide' | 'onError', argument?: unknown): void {
  try {
    app?.[hook]?.(argument)
  } catch (cause) {
    if (hook === 'onError')
      errors.push(`app onError: ${String(cause)}`) // telling it again would never end
    else recordError(cause, `app ${hook}`)
  }
}

const inEnvironment = (run: (e: Environment) => unknown) => space.componentEnv(currentPath, run)

function withNativeBehaviors(definition: Definition): Definition {
  if (!definition.behaviors) return definition
  const behaviors = definition.behaviors.map((behavior) =>
    typeof behavior === 'string' ? nativeBehavior(behavior) : behavior,
  )
  return { ...definition, behaviors: behaviors.filter(Boolean) }
}

function nativeBehavior(name: string) {
  if (!NATIVE_BEHAVIORS[name]) warnings.add(`unknown native behavior ${name}`)
  if (!native.has(name))
    native.set(
      name,
      inEnvironment((e) => e.Behavior((NATIVE_BEHAVIORS[name] ?? {}) as never)),
    )
  return native.get(name)
}

/** The phone reads it from options too, this framework only from the .json; in the .json it works in both. */
function warnOfIsolation({ options }: Definition) {
  if (!options?.styleIsolation || currentPath.startsWith('miniprogram_npm/')) return
  if (!project().comps[currentPath]?.config.styleIsolation)
    warnings.add(`styleIsolation of ${currentPath} belongs in its .json`)
}
