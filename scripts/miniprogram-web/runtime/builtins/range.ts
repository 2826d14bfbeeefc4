import type { Builtin } from '../engine/types.js'
import { defineBuiltin } from './define.js'
import { addNode, pixels } from './nodes.js'

export function defineRanges(): void {
  defineSlider()
  defineProgress()
}

const sliderOf = (self: Builtin) => self.$$.querySelector('input') as HTMLInputElement

function defineSlider() {
  defineBuiltin('slider', {
    props: {
      value: Number,
      min: Number,
      max: { type: Number, value: 100 },
      step: { type: Number, value: 1 },
      disabled: Boolean,
      name: String,
      showValue: Boolean,
      activeColor: String,
      backgroundColor: String,
      blockSize: Number,
      blockColor: String,
    },
    create(self) {
      const slider = addNode(self.$$, 'input', { type: 'range' }, ['input', 'change'])
      slider.addEventListener('input', () => self.triggerEvent('changing', { value: Number(slider.value) }))
      slider.addEventListener('change', () => self.triggerEvent('change', { value: Number(slider.value) }))
    },
    update(self) {
      const { min, max, step, disabled, value } = self.data
      Object.assign(sliderOf(self), { min, max, step, disabled })
      sliderOf(self).value = String(value)
    },
    methods: {
      getFormValue() {
        return Number(sliderOf(this).value)
      },
    },
  })
}

function defineProgress() {
  defineBuiltin('progress', {
    props: {
      percent: Number,
      showInfo: Boolean,
      strokeWidth: { type: null, value: 6 },
      color: String,
      activeColor: { type: String, value: '#09BB07' },
      backgroundColor: { type: String, value: '#EBEBEB' },
      active: Boolean,
      activeMode: String,
      borderRadius: null,
      fontSize: null,
      duration: Number,
    },
    create(self) {
      addNode(addNode(self.$$, 'div', { className: 'mp-bar' }), 'div')
    },
    update({ $$, data }) {
      $$.setAttribute('role', 'progressbar')
      $$.setAttribute('aria-valuenow', String(data.percent))
      const bar = $$.querySelector('.mp-bar') as HTMLElement
      Object.assign(bar.style, {
        background: data.backgroundColor as string,
        height: `${pixels(data.strokeWidth, 6)}px`,
      })
      const done = bar.firstElementChild as HTMLElement
      Object.assign(done.style, {
        background: (data.color || data.activeColor) as string,
        width: `${data.percent}%`,
        height: '100%',
      })
    },
  })
}
