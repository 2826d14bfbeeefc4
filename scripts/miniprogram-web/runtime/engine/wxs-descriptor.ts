import { convertUnits } from '../../styles/units.js'
import { glassEasel } from './framework.js'
import type { Element } from './types.js'

const descriptors = new WeakMap<Element, ReturnType<typeof makeDescriptor>>()

/** ComponentDescriptor of WXS: what a script may do with an element. */
export function descriptorOf(target: unknown) {
  const element = ((target as { _$?: Element } | null)?._$ ?? target) as Element | null
  if (!element) return null
  const known = descriptors.get(element)
  if (known) return known
  const descriptor = makeDescriptor(element)
  descriptors.set(element, descriptor)
  return descriptor
}

function makeDescriptor(element: Element) {
  const host = () =>
    glassEasel.Component.isComponent(element as never) ? element : element.ownerShadowRoot.getHostNode()
  const style: Record<string, string> = {}
  const state = {}
  const descriptor = {
    getState: () => state,
    getDataset: () => element.dataset,
    setStyle(change: string | Record<string, string>) {
      Object.assign(style, typeof change === 'string' ? parseStyle(change) : change)
      element.setNodeStyle(
        Object.entries(style)
          .map(([name, value]) => `${name}:${convertUnits(String(value))}`)
          .join(';'),
        2,
      )
      return descriptor
    },
    addClass: (name: string) => {
      element.classList.toggle(name, true)
      return descriptor
    },
    removeClass: (name: string) => {
      element.classList.toggle(name, false)
      return descriptor
    },
    hasClass: (name: string) => element.classList.contains(name),
    selectComponent: (selector: string): unknown => descriptorOf(host().getShadowRoot().querySelector(selector)),
    selectAllComponents: (selector: string): unknown[] =>
      host().getShadowRoot().querySelectorAll(selector).map(descriptorOf),
    callMethod: (name: string, argument: unknown) => host().getMethodCaller()[name]?.(argument),
    triggerEvent: (name: string, detail: unknown) => element.triggerEvent(name, detail),
    getComputedStyle: (names: string[]) => computed(element.$$, names),
    getBoundingClientRect: () => element.$$?.getBoundingClientRect(),
    requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
    setTimeout: (callback: () => void, ms: number) => setTimeout(callback, ms),
    clearTimeout: (timer: number) => clearTimeout(timer),
  }
  return descriptor
}

const parseStyle = (text: string) =>
  Object.fromEntries(
    text
      .split(';')
      .map((part) =>
        part
          .split(/:(.*)/)
          .slice(0, 2)
          .map((side) => side.trim()),
      )
      .filter(([, value]) => value),
  ) as Record<string, string>

function computed(node: HTMLElement | null, names: string[]) {
  const style = node && getComputedStyle(node)
  return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(name)]))
}
