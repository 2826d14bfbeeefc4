import type { Builtin } from '../engine/types.js'
import { defineBuiltin } from './define.js'
import { pixels } from './nodes.js'

const FLAGS = [
  'scrollX',
  'scrollY',
  'scrollWithAnimation',
  'enableFlex',
  'enhanced',
  'showScrollbar',
  'bounces',
  'refresherEnabled',
  'refresherTriggered',
  'enableBackToTop',
  'scrollAnchoring',
  'pagingEnabled',
  'fastDeceleration',
  'usingSticky',
  'reverse',
]
const STRINGS = ['scrollIntoView', 'refresherDefaultStyle', 'refresherBackground', 'type', 'associativeContainer']

export function defineScrollView(): void {
  defineBuiltin('scroll-view', {
    props: {
      ...Object.fromEntries(FLAGS.map((name) => [name, Boolean])),
      ...Object.fromEntries(STRINGS.map((name) => [name, String])),
      scrollTop: null,
      scrollLeft: null,
      enablePassive: null,
      throttle: null,
      refresherThreshold: Number,
      upperThreshold: { type: null, value: 50 },
      lowerThreshold: { type: null, value: 50 },
    },
    create: listenToScroll,
    update(self, changed) {
      const { $$, data } = self
      for (const [attribute, on] of [
        ['scroll-x', data.scrollX],
        ['scroll-y', data.scrollY],
        ['enable-flex', data.enableFlex],
      ] as const) {
        $$.toggleAttribute(attribute, Boolean(on))
      }
      const behavior = data.scrollWithAnimation ? 'smooth' : 'auto'
      if (changed.includes('scrollTop') && data.scrollTop !== null)
        $$.scrollTo({ top: pixels(data.scrollTop), behavior })
      if (changed.includes('scrollLeft') && data.scrollLeft !== null)
        $$.scrollTo({ left: pixels(data.scrollLeft), behavior })
      if (changed.includes('scrollIntoView') && data.scrollIntoView) setTimeout(() => scrollToChild(self, behavior))
    },
  })
}

function listenToScroll(self: Builtin) {
  const { $$ } = self
  let left = 0
  let top = 0
  $$.addEventListener('scroll', (event) => {
    event.stopPropagation()
    const deltaX = left - $$.scrollLeft
    const deltaY = top - $$.scrollTop
    left = $$.scrollLeft
    top = $$.scrollTop
    const { scrollHeight, scrollWidth } = $$
    self.triggerEvent('scroll', { scrollLeft: left, scrollTop: top, scrollHeight, scrollWidth, deltaX, deltaY })
    tellEnds(self, deltaX, deltaY)
  })
}

function tellEnds(self: Builtin, deltaX: number, deltaY: number) {
  const { $$, data } = self
  const vertical = Boolean(data.scrollY)
  const delta = vertical ? deltaY : deltaX
  const before = vertical ? $$.scrollTop : $$.scrollLeft
  const after = vertical
    ? $$.scrollHeight - $$.scrollTop - $$.clientHeight
    : $$.scrollWidth - $$.scrollLeft - $$.clientWidth
  if (delta < 0 && after <= pixels(data.lowerThreshold))
    self.triggerEvent('scrolltolower', { direction: vertical ? 'bottom' : 'right' })
  if (delta > 0 && before <= pixels(data.upperThreshold))
    self.triggerEvent('scrolltoupper', { direction: vertical ? 'top' : 'left' })
}

function scrollToChild({ $$, data }: Builtin, behavior: 'smooth' | 'auto') {
  const child = $$.querySelector<HTMLElement>(`#${CSS.escape(data.scrollIntoView as string)}`)
  if (!child) return
  if (data.scrollX) $$.scrollTo({ left: child.offsetLeft - $$.offsetLeft, behavior })
  else $$.scrollTo({ top: child.getBoundingClientRect().top - $$.getBoundingClientRect().top + $$.scrollTop, behavior })
}
