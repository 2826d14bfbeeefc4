import { h } from '../dom.js'
import { project } from '../engine/project-meta.js'
import { layer } from './layer.js'

export interface Template {
  id: string
  title: string
  fields: (string | { label: string })[]
}
export type Choices = Record<string, 'accept' | 'reject'>

const TITLE = '申请发送一次以下消息'

/** WeChat's sheet over the page: one line for each template, each may be unticked; 取消 rejects all of them. */
export function askToSubscribe(templates: Template[]): Promise<Choices> {
  return new Promise((resolve) => {
    const boxes = templates.map(() => h('input', { type: 'checkbox', checked: true }))
    const choose = (accepts: (index: number) => boolean) => () => {
      sheet.remove()
      resolve(Object.fromEntries(templates.map(({ id }, index) => [id, accepts(index) ? 'accept' : 'reject'])))
    }
    const sheet = h(
      'div',
      { className: 'mp-mask' },
      h(
        'div',
        { className: 'mp-sheet mp-subscribe', role: 'dialog', ariaModal: 'true', ariaLabel: TITLE },
        h('div', {
          className: 'mp-subscribe-app',
          textContent: project().app.window?.navigationBarTitleText ?? '小程序',
        }),
        h('h3', { textContent: TITLE }),
        ...templates.map((template, index) => templateLine(template, boxes[index] as HTMLInputElement)),
        h(
          'div',
          { className: 'mp-subscribe-actions' },
          h('button', { textContent: '取消', onclick: choose(() => false) }),
          h('button', {
            className: 'primary',
            textContent: '允许',
            onclick: choose((index) => boxes[index]?.checked ?? false),
          }),
        ),
      ),
    )
    layer.append(sheet)
  })
}

function templateLine({ title, fields }: Template, box: HTMLInputElement) {
  const names = fields.map((field) => (typeof field === 'string' ? field : field.label)).join('、')
  return h(
    'label',
    { className: 'mp-template' },
    box,
    h('span', {}, h('b', { textContent: title }), h('small', { textContent: names })),
  )
}
