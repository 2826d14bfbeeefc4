import { emit } from '../wx/events.js'
import type { Builtin } from '../engine/types.js'
import { defineBuiltin, type BuiltinDefinition } from './define.js'
import { addNode } from './nodes.js'

type Field = HTMLInputElement | HTMLTextAreaElement

const STRINGS = [
  'placeholder',
  'placeholderStyle',
  'placeholderClass',
  'confirmType',
  'cursorColor',
  'name',
  'adjustKeyboardTo',
  'safePasswordCertPath',
  'safePasswordNonce',
  'safePasswordSalt',
  'safePasswordCustomHash',
]
const NUMBERS = [
  'cursor',
  'cursorSpacing',
  'selectionStart',
  'selectionEnd',
  'safePasswordLength',
  'safePasswordTimeStamp',
]
const FLAGS = [
  'password',
  'disabled',
  'focus',
  'autoFocus',
  'confirmHold',
  'adjustPosition',
  'holdKeyboard',
  'alwaysEmbed',
  'autoHeight',
  'fixed',
  'showConfirmBar',
  'disableDefaultPadding',
  'randomNumber',
]
const INPUT_MODES: Record<string, string> = { number: 'numeric', digit: 'decimal' }
const SILENCED = ['input', 'change', 'focus', 'blur', 'keydown']

export function defineFields(): void {
  defineBuiltin('input', field('input'))
  defineBuiltin('textarea', field('textarea'))
}

function field(tag: 'input' | 'textarea'): BuiltinDefinition {
  return {
    props: {
      value: null,
      type: { type: String, value: 'text' },
      maxlength: { type: Number, value: 140 },
      ...Object.fromEntries(STRINGS.map((name) => [name, String])),
      ...Object.fromEntries(NUMBERS.map((name) => [name, Number])),
      ...Object.fromEntries(FLAGS.map((name) => [name, Boolean])),
    },
    create: (self) => listen(self, addNode(self.$$, tag, {}, SILENCED)),
    update(self, changed) {
      if (tag === 'input') setInputType(self)
      show(self, fieldOf(self), changed)
    },
    methods: {
      getFormValue() {
        return fieldOf(this).value
      },
      resetForm() {
        this.setData({ value: '' })
      },
    },
  }
}

const fieldOf = (self: Builtin) => self.$$.querySelector('input,textarea') as Field

function listen(self: Builtin, node: Field) {
  node.addEventListener('input', () => {
    self.setData({ value: node.value })
    self.triggerEvent('input', { value: node.value, cursor: node.selectionStart ?? node.value.length, keyCode: 0 })
    if (self.data.autoHeight) growWithText(self, node)
  })
  node.addEventListener('focus', () => {
    self.triggerEvent('focus', { value: node.value, height: 0 })
    emit('KeyboardHeightChange', { height: 0, duration: 0 })
  })
  node.addEventListener('blur', () => {
    self.triggerEvent('blur', { value: node.value, cursor: node.value.length })
    self.triggerEvent('change', { value: node.value })
  })
  node.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Enter' || node.tagName === 'TEXTAREA') return
    self.triggerEvent('confirm', { value: node.value })
    if (!self.data.confirmHold) node.blur()
  })
}

function setInputType(self: Builtin) {
  const node = fieldOf(self) as HTMLInputElement
  node.type = self.data.password ? 'password' : 'text'
  node.inputMode = INPUT_MODES[self.data.type as string] ?? 'text'
}

function show(self: Builtin, node: Field, changed: string[]) {
  const { data } = self
  const value = String(data.value ?? '')
  if (changed.includes('value') && node.value !== value) node.value = value
  Object.assign(node, { placeholder: data.placeholder, disabled: data.disabled, name: data.name })
  if (data.maxlength >= 0) node.maxLength = data.maxlength as number
  else node.removeAttribute('maxlength')
  for (const attribute of ['aria-label', 'aria-describedby', 'aria-invalid', 'aria-required'])
    copyAttribute(self.$$, node, attribute)
  const color = /(?:^|;)\s*color:\s*([^;]+)/.exec((data.placeholderStyle as string) || '')?.[1]
  if (color) node.style.setProperty('--mp-placeholder', color)
  if (changed.includes('focus') && data.focus && document.activeElement !== node) setTimeout(() => node.focus())
}

function copyAttribute(from: HTMLElement, to: HTMLElement, name: string) {
  const value = from.getAttribute(name)
  if (value !== null) to.setAttribute(name, value)
}

function growWithText(self: Builtin, node: Field) {
  node.style.height = 'auto'
  node.style.height = `${node.scrollHeight}px`
  self.triggerEvent('linechange', { height: node.scrollHeight, lineCount: node.value.split('\n').length })
}
