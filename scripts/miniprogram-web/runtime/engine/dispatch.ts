import { glassEasel } from './framework.js'
import type { HostNode } from './types.js'

interface Point {
  identifier?: number
  clientX: number
  clientY: number
  pageX?: number
  pageY?: number
}

const touchOf = ({ identifier = 0, clientX, clientY, pageX = clientX, pageY = clientY }: Point) => ({
  identifier,
  clientX,
  clientY,
  pageX,
  pageY,
  force: 1,
})

/** Hands a DOM event to the component it happened in. True when a handler stopped its default. */
export function dispatch(target: EventTarget | null, type: string, detail: object, original?: Event): boolean {
  const element = hostOf(target)
  if (!element) return false
  const event = new glassEasel.Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    ...(original ? { originalEvent: original } : {}),
    ...touchFields(type, original),
  })
  glassEasel.Event.dispatchEvent(element as unknown as Parameters<typeof glassEasel.Event.dispatchEvent>[0], event)
  return event.defaultPrevented()
}

function hostOf(target: EventTarget | null) {
  for (let node = target as HostNode | null; node; node = node.parentNode as HostNode | null)
    if (node.__wxElement) return node.__wxElement
  return undefined
}

function touchFields(type: string, original?: Event) {
  const points = pointsOf(original, 'touches')
  if (!points) return {}
  return {
    extraFields: {
      touches: type === 'touchend' ? [] : points,
      changedTouches: pointsOf(original, 'changedTouches') ?? points,
    },
  }
}

function pointsOf(event: Event | undefined, list: 'touches' | 'changedTouches') {
  if (!event) return undefined
  const touches = (event as TouchEvent)[list]
  if (touches) return Array.from(touches, touchOf)
  return 'clientX' in event ? [touchOf(event as MouseEvent)] : undefined
}
