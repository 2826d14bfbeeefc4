import { associated } from '../engine/dom-backend.js'
import { space } from '../engine/framework.js'
import { pageConfig, project } from '../engine/project-meta.js'
import type { HostNode, PageConfig } from '../engine/types.js'
import { recordError } from '../health.js'
import { view } from '../shell/frame.js'
import { EventChannel } from './event-channel.js'
import { parsePageUrl } from './page-url.js'

export interface PageEntry {
  route: string
  root: ReturnType<typeof associated.createRoot>
  page: PageInstance
  node: HostNode
  /** the page's own configuration with what wx.setNavigationBar… changed */
  config: PageConfig
  alertBeforeUnload?: string | undefined
}

interface PageInstance {
  data: Record<string, unknown>
  route: string
  options: Record<string, string>
  createSelectorQuery(): unknown
  [member: string]: unknown
}

export const stack: PageEntry[] = []
export const current = () => stack.at(-1)
/** While a page loads it is not in front yet, but what it asks for is for itself. */
let opening: PageEntry | undefined
export const asking = () => opening ?? current()

/** Creates and loads a page; it is shown later. */
export function openPage(url: string, channel = new EventChannel()): PageEntry {
  const { route, options } = parsePageUrl(url, current()?.route ?? '')
  if (!project().pages.includes(route)) throw new Error(`page "${route}" is not found`)

  const root = associated.createRoot('wx-page', space, route)
  const page = root.get() as unknown as PageInstance
  const node = (root.getComponent() as unknown as { $$: HostNode }).$$
  node.dataset.route = route
  Object.assign(page, { route, __route__: route, options, getOpenerEventChannel: () => channel, getTabBar: () => null })
  const entry: PageEntry = { route, root, page, node, config: { ...pageConfig(route) } }
  attach(entry)
  listenToScroll(entry)
  opening = entry
  callPage(entry, 'onLoad', options)
  opening = undefined
  return entry
}

function attach({ root }: PageEntry) {
  const placeholder = document.createElement('span')
  view.append(placeholder)
  root.attach(view as never, placeholder as never)
}

function listenToScroll(entry: PageEntry) {
  const {
    node,
    config: { onReachBottomDistance = 50 },
  } = entry
  let last = 0
  node.addEventListener('scroll', () => {
    callPage(entry, 'onPageScroll', { scrollTop: node.scrollTop })
    const below = node.scrollHeight - node.scrollTop - node.clientHeight
    if (below <= onReachBottomDistance && node.scrollTop > last) callPage(entry, 'onReachBottom')
    last = node.scrollTop
  })
}

export function callPage({ page, route }: PageEntry, hook: string, argument?: unknown): void {
  const method = page[hook]
  if (typeof method !== 'function') return
  try {
    method.call(page, argument)
  } catch (cause) {
    recordError(cause, `${route} ${hook}`)
  }
}

/** pageLifetimes of its components first, then the page's own hook. */
export function tellPage(entry: PageEntry, event: 'show' | 'hide'): void {
  entry.root.getComponent().triggerPageLifetime(event, [])
  callPage(entry, event === 'show' ? 'onShow' : 'onHide')
}

export function closePage(entry: PageEntry): void {
  callPage(entry, 'onUnload')
  entry.root.release()
  entry.node.remove()
}
