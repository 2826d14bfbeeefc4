import { tailLength } from '../../services/phone-tail.js'

const boxesOf = (tail: string) =>
  Array.from({ length: tailLength }, (_, key) => ({ key, digit: tail[key] ?? '', isNext: key === tail.length }))

/** Four boxes over one field: a reader and a keyboard meet the field, the eye meets the boxes. */
Component({
  properties: {
    value: { type: String, value: '' },
    fault: { type: String, value: '' },
    label: { type: String, value: '' },
    /** Something else on the page is filled in first. */
    isSecond: { type: Boolean, value: false },
  },
  data: { boxes: boxesOf('') },
  observers: {
    value(tail: string) {
      this.setData({ boxes: boxesOf(tail) })
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      this.triggerEvent('typed', { value: event.detail.value })
    },
  },
})
