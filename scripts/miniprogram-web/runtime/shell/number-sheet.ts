import { maskContact } from '../../../../miniprogram/services/mask-contact.js'
import { h } from '../dom.js'
import { layer } from './layer.js'

const TITLE = '申请获取并验证你的手机号'

/** WeChat's sheet of a getPhoneNumber button: its own number, to be told or not. */
export function askForNumber(number: string): Promise<boolean> {
  return new Promise((resolve) => {
    const choose = (isAllowed: boolean) => () => {
      sheet.remove()
      resolve(isAllowed)
    }
    const sheet = h(
      'div',
      { className: 'mp-mask' },
      h(
        'div',
        { className: 'mp-sheet mp-subscribe', role: 'dialog', ariaModal: 'true', ariaLabel: TITLE },
        h('h3', { textContent: TITLE }),
        h('p', { textContent: `${maskContact(number)}（微信绑定号码）` }),
        h(
          'div',
          { className: 'mp-subscribe-actions' },
          h('button', { textContent: '不允许', onclick: choose(false) }),
          h('button', { className: 'primary', textContent: '允许', onclick: choose(true) }),
        ),
      ),
    )
    layer.append(sheet)
  })
}
