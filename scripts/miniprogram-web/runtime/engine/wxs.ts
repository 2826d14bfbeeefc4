import { descriptorOf } from './wxs-descriptor.js'
import type { Element, TapEvent } from './types.js'

type Script = (...args: unknown[]) => unknown

/** project/wxs-source.ts marks what every script exports. */
const scripts = new WeakSet<object>()

/** The environment of compiled WXS: names that compile-templates.ts and wxs-source.ts refer to. */
export function installWxs(): void {
  Object.defineProperty(Object.prototype, '__wxsCtor', { configurable: true, get: typeName })
  Object.assign(globalThis, {
    __wxsGetRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    __wxsGetDate: (...parts: [number]) => (parts.length ? new Date(...parts) : new Date()),
    __wxsMark: markExports,
    __wxsChange: onChange,
    __wxsEvent: onEvent,
  })
}

/** In WXS `x.constructor` is a name: "Array", "String" … */
function typeName(this: unknown) {
  return Object.prototype.toString.call(this).slice(8, -1)
}

function markExports(exported: object) {
  for (const value of Object.values(exported ?? {})) if (typeof value === 'function') scripts.add(value as object)
}

/** `change:prop="{{wxs.fn}}"`: runs after layout, as on the phone */
function onChange(script: Script) {
  if (!scripts.has(script)) return script
  return (value: unknown, before: unknown, host: unknown, element: unknown) =>
    queueMicrotask(() => script(value, before, descriptorOf(host), descriptorOf(element)))
}

/** `bind:touchmove="{{wxs.fn}}"` calls fn(event, ownerInstance) with event.instance; anything else is a method of the component. */
function onEvent(caller: Element, event: TapEvent & { currentTarget: unknown }, handler: Script) {
  if (!scripts.has(handler)) return handler.apply(caller, [event])
  const withInstance = Object.create(event, { instance: { value: descriptorOf(event.currentTarget) } }) as TapEvent
  return handler(withInstance, descriptorOf(caller))
}
