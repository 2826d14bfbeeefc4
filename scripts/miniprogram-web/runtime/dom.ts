type Attributes = Record<string, unknown>

/** An element with properties set and children appended; the shell's only way to make DOM. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Attributes = {},
  ...kids: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), props)
  element.append(...kids)
  return element
}
