import { pageGlobals } from './engine/page-globals.js'
import { pageTimers } from './phone/timers.js'
import { stack } from './router/pages.js'
import { wx } from './wx/index.js'

const scope: Record<string, unknown> = {
  wx,
  ...pageGlobals,
  ...pageTimers,
  getCurrentPages: () => stack.map(({ page }) => page),
}

/** Arguments for the wrapper that bundle.ts puts around the pages, in its order. */
export const pageScope = (names: readonly string[]) => names.map((name) => scope[name])
