import { components } from '../engine/framework.js'
import type { Builtin } from '../engine/types.js'
import { playAnimation } from './animation.js'
import { applyAria, ARIA_PROPERTIES } from './aria.js'

type PropertyType = StringConstructor | NumberConstructor | BooleanConstructor | null
type Property = PropertyType | { type: PropertyType; value: unknown }

export interface BuiltinDefinition {
  props?: Record<string, Property>
  create?: (self: Builtin) => void
  /** `changed` names the properties that changed since the last call; all of them the first time */
  update?: (self: Builtin, changed: string[]) => void
  detached?: (self: Builtin) => void
  /** The page went behind another one, or the app to the background. */
  pageHidden?: (self: Builtin) => void
  pageShown?: (self: Builtin) => void
  // oxlint-disable-next-line typescript/no-explicit-any -- called across built-ins by name
  methods?: Record<string, (this: Builtin, ...args: any[]) => unknown>
}

const COMMON: Record<string, Property> = {
  hidden: Boolean,
  hoverClass: String,
  hoverStartTime: Number,
  hoverStayTime: Number,
  hoverStopPropagation: Boolean,
  animation: null,
  tId: String,
  tabindex: null,
  customDataset: null,
  ...ARIA_PROPERTIES,
}

/** A native component of WeChat: a glass-easel component whose host element is <wx-TAG>; leaf widgets put a DOM child into it. */
export function defineBuiltin(tag: string, definition: BuiltinDefinition = {}): void {
  const properties = Object.fromEntries(
    Object.entries({ ...COMMON, ...definition.props }).map(([name, property]) => [
      name,
      property && 'type' in property ? property : { type: property },
    ]),
  )
  const names = Object.keys(properties)
  const pending = new WeakMap<Builtin, string[]>()

  function changed(self: Builtin, name: string) {
    const waiting = pending.get(self)
    if (waiting) return void waiting.push(name)
    pending.set(self, [name])
    queueMicrotask(() => {
      const all = pending.get(self) ?? []
      pending.delete(self)
      apply(self, definition, all)
    })
  }

  const component = components.defineComponent({
    is: `wx/${tag}`,
    options: { multipleSlots: false, writeIdToDOM: true, propertyPassingDeepCopy: 'none', dataDeepCopy: 'none' },
    properties,
    methods: definition.methods ?? {},
    observers: Object.fromEntries(
      names.map((name) => [
        name,
        function (this: Builtin) {
          changed(this, name)
        },
      ]),
    ),
    lifetimes: {
      created(this: Builtin) {
        definition.create?.(this)
        apply(this, definition, names)
      },
      attached(this: Builtin) {
        apply(this, definition, names)
      },
      detached(this: Builtin) {
        definition.detached?.(this)
      },
    },
    pageLifetimes: {
      hide(this: Builtin) {
        definition.pageHidden?.(this)
      },
      show(this: Builtin) {
        definition.pageShown?.(this)
      },
    },
  } as never)
  components.setGlobalUsingComponent(tag, component)
}

function apply(self: Builtin, { update }: BuiltinDefinition, changed: string[]) {
  if (!self.$$) return
  applyAria(self)
  self.$$.toggleAttribute('hidden', Boolean(self.data.hidden))
  if (changed.includes('animation')) void playAnimation(self)
  update?.(self, changed)
}
