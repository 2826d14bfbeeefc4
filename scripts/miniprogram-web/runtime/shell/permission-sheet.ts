import { h } from '../dom.js'
import { project } from '../engine/project-meta.js'
import { layer } from './layer.js'

interface Asked {
  title: string
  line: string
  no: string
  yes: string
}

/** WeChat's own sheet with a question of the app's: yes or no. */
export function askPermission({ title, line, no, yes }: Asked): Promise<boolean> {
  return new Promise((resolve) => {
    const choose = (isAllowed: boolean) => () => {
      sheet.remove()
      resolve(isAllowed)
    }
    const sheet = sheetOf(
      title,
      h('p', { textContent: line }),
      h('button', { textContent: no, onclick: choose(false) }),
      h('button', { className: 'primary', textContent: yes, onclick: choose(true) }),
    )
    layer.append(sheet)
  })
}

/** What wx.openSetting shows: the switches that were asked for at least once. */
export function showSettings(asked: { label: string; isOn: boolean }[]): Promise<boolean[]> {
  return new Promise((resolve) => {
    const boxes = asked.map(({ isOn }) => h('input', { type: 'checkbox', checked: isOn }))
    const done = () => {
      sheet.remove()
      resolve(boxes.map(({ checked }) => checked))
    }
    const lines = boxes.map((box, at) =>
      h('label', { className: 'mp-template' }, box, h('span', {}, h('b', { textContent: asked[at]?.label ?? '' }))),
    )
    const sheet = sheetOf(
      '设置',
      h('div', {}, ...lines),
      h('button', { className: 'primary', textContent: '完成', onclick: done }),
    )
    layer.append(sheet)
  })
}

const sheetOf = (title: string, body: HTMLElement, ...buttons: HTMLElement[]) =>
  h(
    'div',
    { className: 'mp-mask' },
    h(
      'div',
      { className: 'mp-sheet mp-subscribe', role: 'dialog', ariaModal: 'true', ariaLabel: title },
      h('div', {
        className: 'mp-subscribe-app',
        textContent: project().app.window?.navigationBarTitleText ?? '小程序',
      }),
      h('h3', { textContent: title }),
      body,
      h('div', { className: 'mp-subscribe-actions' }, ...buttons),
    ),
  )
