import { dispatch } from '../engine/dispatch.js'
import type { Builtin } from '../engine/types.js'
import { defineBuiltin, type BuiltinDefinition } from './define.js'
import { addNode, ancestor, builtinOf, descendants } from './nodes.js'

const LABELLED = 'wx-checkbox,wx-radio,wx-switch,wx-input,wx-button'

type Tag = 'checkbox' | 'radio' | 'switch'

export function defineChoices(): void {
  for (const tag of ['checkbox', 'radio', 'switch'] as const) defineBuiltin(tag, choice(tag))
  defineBuiltin('checkbox-group', {
    props: { name: String },
    methods: {
      getFormValue() {
        return descendants(this, 'checkbox')
          .filter(({ data }) => data.checked)
          .map(({ data }) => data.value as unknown)
      },
    },
  })
  defineBuiltin('radio-group', {
    props: { name: String },
    methods: {
      getFormValue() {
        return (descendants(this, 'radio').find(({ data }) => data.checked)?.data.value as unknown) ?? ''
      },
    },
  })
  defineLabel()
}

function choice(tag: Tag): BuiltinDefinition {
  return {
    props: { value: String, checked: Boolean, disabled: Boolean, color: String, name: String, type: String },
    create(self) {
      const box = addNode(self.$$, 'input', { type: tag === 'radio' ? 'radio' : 'checkbox' }, [
        'input',
        'change',
        'click',
      ])
      if (tag === 'switch') box.setAttribute('role', 'switch')
      self.addListener('tap', () => self.toggle())
    },
    update(self, changed) {
      if (changed.includes('checked')) showState(self)
      boxOf(self).disabled = Boolean(self.data.disabled)
      if (self.data.color) boxOf(self).style.accentColor = self.data.color as string
    },
    methods: {
      toggle() {
        toggle(this, tag)
      },
      getFormValue() {
        return this.data.checked as unknown
      },
      resetForm() {
        this.setData({ checked: false })
      },
    },
  }
}

const boxOf = (self: Builtin) => self.$$.querySelector('input') as HTMLInputElement

/** The browser toggles its own box around the click: the model's state is written back after it. */
function showState(self: Builtin) {
  boxOf(self).checked = Boolean(self.data.checked)
  setTimeout(() => {
    boxOf(self).checked = Boolean(self.data.checked)
  })
}

function toggle(self: Builtin, tag: Tag) {
  if (self.data.disabled) return
  const checked = tag === 'radio' || !self.data.checked
  if (checked === self.data.checked) return showState(self)
  self.setData({ checked })
  if (tag === 'switch') return self.triggerEvent('change', { value: checked })
  const group = ancestor(self, `${tag}-group`)
  if (!group) return
  if (tag === 'radio')
    for (const other of descendants(group, 'radio')) if (other !== self) other.setData({ checked: false })
  group.triggerEvent('change', { value: group.getFormValue() })
}

function defineLabel() {
  defineBuiltin('label', {
    props: { for: String },
    create(self) {
      self.addListener('tap', (event) => {
        const target = self.data.for
          ? document.getElementById(self.data.for as string)
          : self.$$.querySelector(LABELLED)
        if (!target || target.contains(event.getOriginalEvent()?.target as Node | null)) return
        const field = target.querySelector('input')
        if (builtinOf(target).toggle) builtinOf(target).toggle()
        else if (field) field.focus()
        else dispatch(target, 'tap', {})
      })
    },
  })
}
