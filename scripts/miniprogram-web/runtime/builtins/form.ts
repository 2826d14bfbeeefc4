import type { Builtin, HostNode } from '../engine/types.js'
import { defineBuiltin } from './define.js'

export function defineForm(): void {
  defineBuiltin('form', {
    props: { reportSubmit: Boolean, reportSubmitTimeout: Number },
    methods: {
      submit() {
        const value = Object.fromEntries(
          namedFields(this).map((field) => [field.data.name as string, field.getFormValue() as unknown]),
        )
        this.triggerEvent('submit', { value })
      },
      reset() {
        for (const field of namedFields(this)) field.resetForm?.()
        this.triggerEvent('reset')
      },
    },
  })
}

const namedFields = (self: Builtin) =>
  [...self.$$.querySelectorAll<HostNode>('*')]
    .map((node) => node.__wxElement as Builtin | undefined)
    .filter((field): field is Builtin => Boolean(field?.getFormValue && field.data.name))
