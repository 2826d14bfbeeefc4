import { project } from '../engine/project-meta.js'
import { h } from '../dom.js'
import { showFrame, tabs } from '../shell/frame.js'
import { showModal } from '../shell/sheets.js'
import { EventChannel } from './event-channel.js'
import { parsePageUrl } from './page-url.js'
import { callPage, closePage, current, openPage, stack, tellPage, type PageEntry } from './pages.js'

interface Target {
  url: string
}
interface NavigateTo extends Target {
  events?: Record<string, (...args: unknown[]) => void>
}

/** WeChat's own limit: the eleventh page is refused. */
const DEPTH_LIMIT = 10
/** tab pages stay alive behind the others */
const parked = new Map<string, PageEntry>()
const ready = new WeakSet<PageEntry>()

const tabItems = () => project().app.tabBar?.list ?? []
const isTab = (route: string) => tabItems().some(({ pagePath }) => pagePath === route)
const routeOf = (url: string) => parsePageUrl(url, current()?.route ?? '').route

export function navigateTo({ url, events = {} }: NavigateTo): { eventChannel: EventChannel } {
  if (isTab(routeOf(url))) throw new Error('can not navigateTo a tabbar page')
  if (stack.length >= DEPTH_LIMIT) throw new Error('webview count limit exceed')
  const eventChannel = new EventChannel()
  for (const [name, listener] of Object.entries(events)) eventChannel.on(name, listener)
  const entry = openPage(url, eventChannel)
  const from = current()
  if (from) tellPage(from, 'hide')
  stack.push(entry)
  show(entry)
  return { eventChannel }
}

export function redirectTo({ url }: Target): void {
  if (isTab(routeOf(url))) throw new Error('can not redirectTo a tabbar page')
  const entry = openPage(url)
  const from = stack.pop()
  if (from) closePage(from)
  stack.push(entry)
  show(entry)
}

export function navigateBack({ delta = 1 }: { delta?: number } = {}): void {
  const closing = stack.splice(Math.max(1, stack.length - delta))
  for (const entry of closing.reverse()) closePage(entry)
  const top = current()
  if (top && closing.length) show(top)
}

export function switchTab({ url }: Target): void {
  const route = routeOf(url)
  if (!isTab(route)) throw new Error('can not switch to non-TabBar page')
  const from = current()
  if (from?.route === route) return
  if (from && isTab(from.route)) tellPage(from, 'hide')
  for (const entry of stack.splice(0).reverse()) if (parked.get(entry.route) !== entry) closePage(entry)
  const entry = parked.get(route) ?? openPage(url)
  parked.set(route, entry)
  stack.push(entry)
  show(entry)
}

export function reLaunch({ url }: Target): void {
  const entry = openPage(url)
  for (const old of new Set([...stack.splice(0).reverse(), ...parked.values()])) closePage(old)
  parked.clear()
  if (isTab(entry.route)) parked.set(entry.route, entry)
  stack.push(entry)
  show(entry)
}

const WAYS: Record<string, (target: Target & { delta?: number }) => unknown> = {
  navigate: navigateTo,
  redirect: redirectTo,
  switchTab,
  reLaunch,
  navigateBack,
}

export const navigate = (openType: string, target: Target & { delta?: number }) => WAYS[openType]?.(target)

/** The back arrow; asks first when the page wants that (wx.enableAlertBeforeUnload). */
export async function goBack(): Promise<void> {
  const content = current()?.alertBeforeUnload
  if (content && !(await showModal({ content })).confirm) return
  navigateBack()
}

function show(entry: PageEntry) {
  for (const other of new Set([...stack, ...parked.values()])) other.node.style.display = other === entry ? '' : 'none'
  showTabs(entry.route)
  showFrame(entry.config, { canGoBack: stack.length > 1 })
  tellPage(entry, 'show')
  if (ready.has(entry)) return
  ready.add(entry)
  setTimeout(() => callPage(entry, 'onReady'))
}

function showTabs(route: string) {
  tabs.hidden = !isTab(route)
  tabs.replaceChildren(
    ...tabItems().map(({ pagePath, text, iconPath, selectedIconPath }) => {
      const isSelected = pagePath === route
      const icon = isSelected ? (selectedIconPath ?? iconPath) : iconPath
      const onclick = () => switchTab({ url: `/${pagePath}` })
      return h(
        'button',
        { className: 'mp-tab', role: 'tab', ariaSelected: String(isSelected), onclick },
        ...(icon ? [h('img', { src: icon, alt: '' })] : []),
        text,
      )
    }),
  )
}
