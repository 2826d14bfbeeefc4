/** One segment a question: done, begun, to come. Decoration for the eye; the words beside it are what is read aloud. */
Component({
  properties: {
    count: { type: Number, value: 0 },
    done: { type: Number, value: 0 },
    /** Part of the running segment that is filled, percent. */
    part: { type: Number, value: 0 },
  },
})
