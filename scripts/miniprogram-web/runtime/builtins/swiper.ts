import type { Builtin } from '../engine/types.js'
import { defineBuiltin } from './define.js'

const SWIPE_PX = 40
const timers = new WeakMap<Builtin, number>()

export function defineSwiper(): void {
  defineBuiltin('swiper', {
    props: {
      current: Number,
      autoplay: Boolean,
      interval: { type: Number, value: 5000 },
      duration: { type: Number, value: 500 },
      circular: Boolean,
      vertical: Boolean,
      indicatorDots: Boolean,
      indicatorColor: String,
      indicatorActiveColor: String,
      currentItemId: String,
      displayMultipleItems: Number,
      previousMargin: String,
      nextMargin: String,
      easingFunction: String,
      snapToEdge: Boolean,
      cacheExtent: Number,
    },
    create(self) {
      listenToSwipes(self)
      new MutationObserver(() => layOut(self)).observe(self.$$, { childList: true, subtree: true })
      const advance = () => {
        if (self.data.autoplay) go(self, self.data.current + 1, 'autoplay')
      }
      timers.set(self, window.setInterval(advance, self.data.interval as number))
    },
    update: layOut,
    detached: (self) => clearInterval(timers.get(self)),
  })
}

function listenToSwipes(self: Builtin) {
  let start: { clientX: number; clientY: number } | undefined
  self.addListener('touchstart', ({ touches }) => {
    start = touches?.[0]
  })
  self.addListener('touchend', ({ changedTouches }) => {
    const end = changedTouches?.[0]
    if (!start || !end) return
    const distance = self.data.vertical ? end.clientY - start.clientY : end.clientX - start.clientX
    start = undefined
    if (Math.abs(distance) > SWIPE_PX) go(self, self.data.current + (distance < 0 ? 1 : -1), 'touch')
  })
}

const itemsOf = (self: Builtin) => [...self.$$.querySelectorAll<HTMLElement>('wx-swiper-item')]

function go(self: Builtin, wanted: number, source: 'autoplay' | 'touch') {
  const count = itemsOf(self).length
  const wrapped = self.data.circular ? (wanted + count) % count : wanted
  const current = Math.max(0, Math.min(count - 1, wrapped))
  if (current === self.data.current) return
  self.setData({ current })
  self.triggerEvent('change', { current, source, currentItemId: '' })
  setTimeout(() => self.triggerEvent('animationfinish', { current, source }), self.data.duration as number)
}

function layOut(self: Builtin) {
  const { current, vertical, duration } = self.data
  itemsOf(self).forEach((item, index) => {
    const offset = `${(index - current) * 100}%`
    const translate = vertical ? `0 ${offset}` : `${offset} 0`
    if (item.style.translate !== translate)
      Object.assign(item.style, { translate, transition: `translate ${duration}ms` })
  })
}
