/** Big keys for a number. The phone's own keyboard hides the question and differs from phone to phone. */
Component({
  properties: {
    deleteLabel: { type: String, value: '' },
    pointLabel: { type: String, value: '' },
    disabled: { type: Boolean, value: false },
  },
  data: {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  },
  methods: {
    onKey(event: WechatMiniprogram.TouchEvent) {
      if (this.data.disabled) return
      this.triggerEvent('key', { key: String(event.currentTarget.dataset['key']) })
    },
  },
})
