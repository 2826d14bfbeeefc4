import { callApp } from './engine/page-globals.js'
import { project } from './engine/project-meta.js'
import { fontScale, startPath } from './phone/address.js'
import { followPhone, readHost } from './phone/state.js'
import { goBack, reLaunch } from './router/navigate.js'
import { parsePageUrl } from './router/page-url.js'
import { drawFrame } from './shell/frame.js'
import { loadKeptFiles } from './wx/files.js'
import { loadExtConfig } from './wx/index.js'

/** Unit tests set `__xzManual`: components are registered, a page opens when the test says so. */
export function start(): void {
  if (!(globalThis as { __xzManual?: boolean }).__xzManual) void launch()
}

export async function launch(path = startPath): Promise<void> {
  document.documentElement.style.fontSize = `${16 * fontScale}px`
  drawFrame({ back: () => void goBack() })
  await Promise.all([readHost(), loadExtConfig(), loadKeptFiles()])
  followPhone()

  const { entryPagePath, tabBar } = project().app
  const url = `/${(path || entryPagePath || tabBar?.list?.[0]?.pagePath || project().pages[0] || '').replace(/^\//, '')}`
  const { route, options } = parsePageUrl(url, '')
  const launchOptions = { path: route, query: options, scene: 1001 }
  callApp('onLaunch', launchOptions)
  callApp('onShow', launchOptions)
  reLaunch({ url })
  document.documentElement.dataset.ready = 'true'
}
