import { colorBar, title } from '../shell/frame.js'
import { hideToast, showActionSheet, showModal, showToast } from '../shell/sheets.js'
import { navigateBack, navigateTo, reLaunch, redirectTo, switchTab } from '../router/navigate.js'
import { asking, current } from '../router/pages.js'
import { api, WxFailure } from './api.js'
import { record } from './calls.js'

interface BarColor {
  frontColor: '#000000' | '#ffffff'
  backgroundColor: string
}
interface ScrollTo {
  scrollTop?: number
  selector?: string
  duration?: number
  offsetTop?: number
}

let clipboard = ''

function setTitle({ title: text }: { title: string }) {
  const page = current()
  if (page) page.config.navigationBarTitleText = text
  title.textContent = text
  document.title = text
}

function setColor({ frontColor, backgroundColor }: BarColor) {
  if (!/^#(000000|ffffff)$/.test(frontColor)) throw new WxFailure(`invalid frontColor "${frontColor}"`)
  const text = frontColor === '#ffffff' ? 'white' : 'black'
  const page = current()
  if (page) Object.assign(page.config, { navigationBarBackgroundColor: backgroundColor, navigationBarTextStyle: text })
  colorBar(backgroundColor, text)
}

function scrollPage({ scrollTop, selector, duration = 300, offsetTop = 0 }: ScrollTo) {
  const node = current()?.node
  const target = selector ? node?.querySelector<HTMLElement>(selector)?.offsetTop : scrollTop
  node?.scrollTo({ top: (target ?? 0) + offsetTop, behavior: duration === 0 ? 'instant' : 'smooth' })
}

function alertBeforeUnload(message: string | undefined) {
  const page = asking()
  if (page) page.alertBeforeUnload = message
}

function copy({ data }: { data: string }) {
  clipboard = data
  showToast({ title: '内容已复制', icon: 'none' })
}

export const interfaceApis = {
  navigateTo: api('navigateTo', navigateTo),
  redirectTo: api('redirectTo', redirectTo),
  navigateBack: api('navigateBack', navigateBack),
  switchTab: api('switchTab', switchTab),
  reLaunch: api('reLaunch', reLaunch),
  setNavigationBarTitle: api('setNavigationBarTitle', setTitle),
  setNavigationBarColor: api('setNavigationBarColor', setColor),
  enableAlertBeforeUnload: api<{ message: string }>('enableAlertBeforeUnload', ({ message }) =>
    alertBeforeUnload(message),
  ),
  disableAlertBeforeUnload: api('disableAlertBeforeUnload', () => alertBeforeUnload(undefined)),
  pageScrollTo: api('pageScrollTo', scrollPage),
  stopPullDownRefresh: api('stopPullDownRefresh', () => {}),
  showToast: api<Parameters<typeof showToast>[0]>('showToast', (toast) => showToast(toast)),
  hideToast: api('hideToast', hideToast),
  showLoading: api<{ title: string }>('showLoading', (toast) => showToast({ ...toast, icon: 'loading' }, true)),
  hideLoading: api('hideLoading', hideToast),
  showModal: api('showModal', showModal),
  showActionSheet: api('showActionSheet', showActionSheet),
  hideKeyboard: api('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
  vibrateShort: api('vibrateShort', (options: object) => record('vibrateShort', options)),
  makePhoneCall: api('makePhoneCall', (options: object) => record('makePhoneCall', options)),
  setClipboardData: api('setClipboardData', copy),
  getClipboardData: api('getClipboardData', () => ({ data: clipboard })),
}
