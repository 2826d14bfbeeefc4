import { warnings } from '../health.js'
import { getPhoneNumber } from '../phone/phone-number.js'
import { defineBuiltin } from './define.js'
import { ancestor } from './nodes.js'

const STRINGS = [
  'size',
  'type',
  'formType',
  'openType',
  'lang',
  'sessionFrom',
  'sendMessageTitle',
  'sendMessagePath',
  'sendMessageImg',
  'appParameter',
  'entrancePath',
  'businessId',
]
const ANYTHING = ['showMessageCard', 'phoneNumberNoQuotaToast', 'activityType', 'needShowEntrance']

/** open-type opens something of WeChat's own; of it only getPhoneNumber is simulated, so using another one is told. */
export function defineButton(): void {
  defineBuiltin('button', {
    props: {
      ...Object.fromEntries(STRINGS.map((name) => [name, String])),
      ...Object.fromEntries(ANYTHING.map((name) => [name, null])),
      plain: Boolean,
      disabled: Boolean,
      loading: Boolean,
    },
    create(self) {
      self.$$.tabIndex = 0
      self.addListener('tap', () => {
        const { disabled, formType, openType } = self.data
        if (disabled) return
        if (openType === 'getPhoneNumber')
          return void getPhoneNumber().then((detail) => self.triggerEvent('getphonenumber', detail))
        if (openType) warnings.add(`button open-type="${openType}" is not simulated`)
        const form = formType ? ancestor(self, 'form') : undefined
        if (formType === 'reset') form?.reset()
        else form?.submit()
      })
    },
    update({ $$, data }) {
      if (!data.ariaRole) $$.setAttribute('role', 'button')
      for (const name of ['disabled', 'plain', 'loading']) $$.toggleAttribute(name, Boolean(data[name]))
      for (const name of ['type', 'size']) $$.setAttribute(name, (data[name] as string) || 'default')
    },
  })
}
