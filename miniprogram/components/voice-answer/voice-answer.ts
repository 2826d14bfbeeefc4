/** A spoken answer being recorded: time left, bars that move as long as sound arrives, and a line that says what to know. */
Component({
  properties: {
    time: { type: String, value: '' },
    whole: { type: String, value: '' },
    isLast: { type: Boolean, value: false },
    /** Heights in percent. */
    bars: { type: Array, value: [] as number[] },
    isRecording: { type: Boolean, value: false },
    /** With the time, where there is little height. */
    isTight: { type: Boolean, value: false },
    /** Without the time, in one line. */
    isSmall: { type: Boolean, value: false },
    hint: { type: String, value: '' },
  },
  data: { styles: [] as { key: number; style: string }[] },
  observers: {
    bars(heights: number[]) {
      this.setData({ styles: heights.map((height, key) => ({ key, style: `height: ${height}%` })) })
    },
  },
})
