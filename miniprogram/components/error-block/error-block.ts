/** A failure told in the house's order: what is safe, what happened, what to do, and a way to do it. */
Component({
  properties: {
    safe: { type: String, value: '' },
    told: { type: String, value: '' },
    retry: { type: String, value: '' },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry')
    },
  },
})
