import { h } from '../dom.js'
import type { PageConfig } from '../engine/types.js'
import { layer } from './layer.js'

interface FrameActions {
  back: () => void
}

export const title = h('h1', { className: 'mp-title' })
export const view = h('main', { className: 'mp-view' })
export const tabs = h('div', { className: 'mp-tabs', role: 'tablist' })
const back = h('button', { className: 'mp-back', textContent: '‹', ariaLabel: '返回' })
const more = h('button', { className: 'mp-more', ariaLabel: '更多' })
const leave = h('button', { className: 'mp-leave', ariaLabel: '关闭' })
/** WeChat draws it over every page; wx.getMenuButtonBoundingClientRect() measures it. */
export const capsule = h('div', { className: 'mp-capsule' }, more, leave)
const bar = h('header', { className: 'mp-nav' }, back, title, capsule)

/** What WeChat draws around a page: bar with title, back and capsule, tab bar, layer. The status bar is the sandbox's. */
export function drawFrame(actions: FrameActions): void {
  back.onclick = actions.back
  leave.onclick = () => window.parent.postMessage({ type: 'xz-phone-close' }, '*')
  window.addEventListener('resize', measureView)
  document.body.append(bar, view, tabs, layer)
}

export function showFrame(config: PageConfig, { canGoBack }: { canGoBack: boolean }): void {
  title.textContent = config.navigationBarTitleText ?? ''
  document.title = config.navigationBarTitleText ?? ''
  bar.classList.toggle('custom', config.navigationStyle === 'custom')
  back.hidden = !canGoBack
  colorBar(config.navigationBarBackgroundColor ?? '#000000', config.navigationBarTextStyle ?? 'white')
  document.body.style.background = config.backgroundColor ?? '#fff'
  measureView()
}

export function colorBar(background: string, text: 'black' | 'white'): void {
  Object.assign(bar.style, { background, color: text === 'white' ? '#fff' : '#000' })
  bar.classList.toggle('dark', text === 'white')
}

/** `vh` in WXSS is the height below the bar. */
const measureView = () => view.style.setProperty('--mp-vh', `${view.clientHeight / 100}px`)
