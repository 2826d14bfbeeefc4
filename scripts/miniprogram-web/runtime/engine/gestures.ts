import { dispatch } from './dispatch.js'
import { duringGesture } from './user-gesture.js'

const LONG_PRESS_MS = 350
const MOVED_PX = 10
const press = { timer: 0, isLong: false, x: 0, y: 0 }

/** Turns DOM events into a mini-program's. Taps come from `click`, so fingers, mice, keyboards and screen readers all work. */
export function listenToGestures(): void {
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    document.addEventListener(type, onTouch, { capture: true, passive: false })
  }
  listenToMouse()
  document.addEventListener('click', onClick, true)
  document.addEventListener('keydown', onKey, true)
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend']) {
    document.addEventListener(type, (event) => dispatch(event.target, type, {}, event), true)
  }
}

function onTouch(event: TouchEvent) {
  const point = event.touches[0] ?? event.changedTouches[0]
  if (!point) return
  if (event.type === 'touchstart') startPress(event, point)
  else if (event.type !== 'touchmove' || hasMoved(point)) clearTimeout(press.timer)
  if (dispatch(event.target, event.type, {}, event) && event.cancelable && event.type === 'touchmove')
    event.preventDefault()
}

/** On a desk the mouse is the finger. Mouse events that Chromium makes from real touches are left out. */
function listenToMouse() {
  let isDown = false
  document.addEventListener(
    'mousedown',
    (event) => {
      if (
        (event as MouseEvent & { sourceCapabilities?: { firesTouchEvents: boolean } }).sourceCapabilities
          ?.firesTouchEvents
      )
        return
      isDown = true
      startPress(event, event)
      dispatch(event.target, 'touchstart', {}, event)
    },
    true,
  )
  document.addEventListener(
    'mousemove',
    (event) => {
      if (!isDown) return
      if (hasMoved(event)) clearTimeout(press.timer)
      dispatch(event.target, 'touchmove', {}, event)
    },
    true,
  )
  document.addEventListener(
    'mouseup',
    (event) => {
      if (!isDown) return
      isDown = false
      clearTimeout(press.timer)
      dispatch(event.target, 'touchend', {}, event)
    },
    true,
  )
}

function startPress(event: Event, { clientX: x, clientY: y }: { clientX: number; clientY: number }) {
  clearTimeout(press.timer)
  Object.assign(press, { isLong: false, x, y })
  press.timer = window.setTimeout(() => {
    press.isLong = true
    for (const type of ['longpress', 'longtap']) dispatch(event.target, type, { x, y }, event)
  }, LONG_PRESS_MS)
}

const hasMoved = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
  Math.hypot(clientX - press.x, clientY - press.y) > MOVED_PX

function onClick(event: MouseEvent) {
  if (press.isLong) return void (press.isLong = false)
  const tap = () => dispatch(event.target, 'tap', { x: event.clientX, y: event.clientY }, event)
  if (event.isTrusted) duringGesture(tap)
  else tap()
}

/** What carries role=button and is no real button reacts to Enter and Space, as a screen reader's activation does on a phone. */
function onKey(event: KeyboardEvent) {
  const target = event.target as HTMLElement
  if ((event.key !== 'Enter' && event.key !== ' ') || !/^wx-/i.test(target.tagName)) return
  event.preventDefault()
  duringGesture(() => dispatch(target, 'tap', { x: 0, y: 0 }, event))
}
