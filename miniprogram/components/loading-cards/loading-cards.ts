/** What a page looks like before its content is there: the shape of it, at once, without a spinner. */
Component({
  properties: {
    cards: { type: Number, value: 3 },
  },
})
