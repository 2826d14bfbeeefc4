/** The few things we use of glass-easel's instances; its own generics describe definitions, not these. */
export interface Element {
  is: string
  $$: HostNode | null
  dataset: Record<string, unknown>
  classList: { toggle(name: string, on: boolean): void; contains(name: string): boolean }
  ownerShadowRoot: { getHostNode(): Element }
  getShadowRoot(): { querySelector(selector: string): Element | null; querySelectorAll(selector: string): Element[] }
  getMethodCaller(): Record<string, ((...args: unknown[]) => unknown) | undefined>
  setNodeStyle(style: string, segment: number): void
  triggerEvent(name: string, detail?: unknown, options?: object): void
  triggerLifetime(name: string, args: unknown[]): void
  triggerPageLifetime(name: string, args: unknown[]): void
  addListener(name: string, listener: (event: TapEvent) => void): void
  setData(data: Record<string, unknown>): void
}

/** The DOM element of a component. */
export interface HostNode extends HTMLElement {
  __wxElement?: Element
}

/** `this` of a built-in component. */
export interface Builtin extends Element {
  // oxlint-disable-next-line typescript/no-explicit-any -- properties of templates are untyped
  data: Record<string, any>
  $$: HostNode
  // oxlint-disable-next-line typescript/no-explicit-any -- methods differ by tag
  [member: string]: any
}

export interface TapEvent {
  detail: Record<string, unknown>
  touches?: { clientX: number; clientY: number }[]
  changedTouches?: { clientX: number; clientY: number }[]
  getOriginalEvent(): Event | undefined
}

interface ComponentMeta {
  scope: string
  isPage: boolean
  config: Record<string, unknown> & PageConfig
}

export interface PageConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  onReachBottomDistance?: number
  styleIsolation?: string
}

export interface ProjectMeta {
  app: { window?: PageConfig; entryPagePath?: string; tabBar?: { list?: TabItem[] } }
  pages: string[]
  comps: Record<string, ComponentMeta>
}

interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}
