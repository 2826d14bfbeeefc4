import { project } from '../engine/project-meta.js'
import type { Builtin, Element, HostNode } from '../engine/types.js'

/** A DOM child in a host element. Its own events are kept from bubbling: only triggerEvent reaches page code. */
export function addNode<K extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  tag: K,
  props: Record<string, unknown> = {},
  silenced: string[] = [],
): HTMLElementTagNameMap[K] {
  const node = Object.assign(document.createElement(tag), props)
  for (const type of silenced) node.addEventListener(type, (event) => event.stopPropagation())
  parent.prepend(node)
  return node
}

export function ancestor(self: Builtin, tag: string): Builtin | undefined {
  for (let node = self.$$.parentNode as HostNode | null; node; node = node.parentNode as HostNode | null) {
    if (node.__wxElement?.is === `wx/${tag}`) return node.__wxElement as Builtin
  }
  return undefined
}

export const descendants = (self: Builtin, tag: string) =>
  [...self.$$.querySelectorAll<HostNode>(`wx-${tag}`)].map(builtinOf)

export const builtinOf = (node: Node) => (node as HostNode).__wxElement as Builtin

/** Sources in WXML: absolute paths start at miniprogramRoot, others at the component; here all become relative to index.html. */
export function assetUrl(self: Builtin, source: unknown): string {
  const text = String(source ?? '')
  if (!text || /^(https?:|data:|blob:)/.test(text)) return text
  if (text.startsWith('/')) return text.slice(1)
  const owner: Element | undefined = self.ownerShadowRoot?.getHostNode()
  return new URL(text, `file:///${owner && project().comps[owner.is] ? owner.is : ''}`).pathname.slice(1)
}

export const pixels = (value: unknown, fallback = 0) => Number.parseFloat(String(value)) || fallback
