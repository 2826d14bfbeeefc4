import { BUILTIN_TAGS } from '../../builtin-tags.js'
import { convertUnits, hasUnits } from '../../styles/units.js'
import { env, glassEasel } from './framework.js'

const nativeId = Object.getOwnPropertyDescriptor(Element.prototype, 'id') as Required<
  Pick<PropertyDescriptor, 'get' | 'set'>
>
const nativeSetAttribute = Element.prototype.setAttribute

/** The framework asks this for elements. Host tags become wx-TAG, inline rpx become vw, ids stay as written. */
function createElement(tag: string) {
  const element = document.createElement(BUILTIN_TAGS.has(tag) ? `wx-${tag}` : tag)
  element.setAttribute = (name, value) => {
    nativeSetAttribute.call(element, name, name === 'style' && hasUnits(value) ? convertUnits(value) : value)
  }
  Object.defineProperty(element, 'id', {
    get: () => nativeId.get.call(element) as string,
    // the framework prefixes ids per component; styles and tests want the plain one
    set: (id: string) => nativeId.set.call(element, String(id).split('--').pop()),
  })
  return element
}

function browserBackend() {
  const backend = new glassEasel.CurrentWindowBackendContext()
  return Object.assign(backend, {
    document: {
      createElement,
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    },
    // DOM events are dispatched by gestures.ts, component events by triggerEvent
    setListenerStats: () => {},
    onEvent: () => {},
  })
}

export const associated = env.associateBackend(
  browserBackend() as unknown as Parameters<typeof env.associateBackend>[0],
)
