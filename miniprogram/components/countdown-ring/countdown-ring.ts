/**
 * A calm ring that empties, without a canvas: a conic gradient for the arc, two dots for its round ends. Screen readers get
 * the time from the page's own announcements, not from here every second.
 */
Component({
  properties: {
    /** Part that is left, percent. */
    left: { type: Number, value: 100 },
    time: { type: String, value: '' },
    label: { type: String, value: '' },
    isLast: { type: Boolean, value: false },
  },
})
