import { associated } from './engine/dom-backend.js'
import { dispatch } from './engine/dispatch.js'
import { space } from './engine/framework.js'
import { largestSetData } from './engine/set-data-limit.js'
import { pageGlobals } from './engine/page-globals.js'
import type { HostNode } from './engine/types.js'
import { duringGesture } from './engine/user-gesture.js'
import { health, packageWarnings } from './health.js'
import { setBackground, setCall, setOnline } from './phone/state.js'
import { reLaunch } from './router/navigate.js'
import { current, stack } from './router/pages.js'
import { launch } from './start.js'
import { mocks } from './wx/api.js'
import { calls } from './wx/calls.js'
import { emit } from './wx/events.js'
import { addTempFile, setFileQuota } from './wx/files.js'
import { wx } from './wx/index.js'

/** What tests see and do, as `window.__xz`. */
export const inspector = {
  health,
  mocks,
  calls,
  wx,
  emit,
  addTempFile,
  setOnline,
  setBackground,
  setCall,
  setFileQuota,
  launch,
  reLaunch,
  setDataSizes: () => Object.fromEntries(largestSetData),
  packageWarnings: () => [...packageWarnings],
  app: pageGlobals.getApp,
  page: () => current()?.page,
  route: () => current()?.route,
  routes: () => stack.map(({ route }) => route),
  options: () => current()?.page.options,
  data: () => JSON.parse(JSON.stringify(current()?.page.data ?? {})) as Record<string, unknown>,
  /** a finger's tap, for a document without a pointer (jsdom) */
  tap: (node: EventTarget) => duringGesture(() => dispatch(node, 'tap', { x: 0, y: 0 })),
  mount,
}

/** One component outside any page. Properties named `bind:x` listen to its event x. */
function mount(path: string, properties: Record<string, unknown> = {}) {
  const root = associated.createRoot('wx-mounted', space, path)
  const component = root.getComponent() as unknown as {
    $$: HostNode | null
    addListener(name: string, listener: unknown): void
  }
  const isListener = (name: string) => name.startsWith('bind:')
  for (const [name, listener] of Object.entries(properties))
    if (isListener(name)) component.addListener(name.slice(5), listener)
  const instance = root.get()
  const data = Object.fromEntries(Object.entries(properties).filter(([name]) => !isListener(name)))
  if (Object.keys(data).length) instance.setData(data)

  const placeholder = document.createElement('span')
  document.body.append(placeholder)
  root.attach(document.body as never, placeholder as never)
  return {
    instance,
    node: component.$$ ?? document.body,
    data: () => JSON.parse(JSON.stringify(instance.data)) as Record<string, unknown>,
    release: () => root.release(),
  }
}
