/** The one filled button at the thumb, a second way as plain text under it, and a line that says what to know. */
Component({
  properties: {
    primary: { type: String, value: '' },
    secondary: { type: String, value: '' },
    /** A line of two under the primary one, where there is no other way: once more, and how much has arrived. */
    again: { type: String, value: '' },
    sent: { type: String, value: '' },
    hint: { type: String, value: '' },
    disabled: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
  },
  methods: {
    onPrimary() {
      if (this.data.disabled || this.data.busy) return
      this.triggerEvent('primary')
    },
    onSecondary() {
      this.triggerEvent('secondary')
    },
    onAgain() {
      this.triggerEvent('again')
    },
    onHint() {
      this.triggerEvent('hint')
    },
  },
})
