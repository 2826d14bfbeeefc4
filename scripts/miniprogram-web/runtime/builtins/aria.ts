import type { Builtin } from '../engine/types.js'

const STATES = [
  'label',
  'hidden',
  'disabled',
  'checked',
  'selected',
  'expanded',
  'live',
  'modal',
  'current',
  'valuenow',
  'valuemin',
  'valuemax',
  'valuetext',
  'roledescription',
  'labelledby',
  'describedby',
  'busy',
  'haspopup',
  'controls',
  'invalid',
  'required',
  'pressed',
  'level',
  'multiselectable',
  'orientation',
  'readonly',
  'atomic',
  'activedescendant',
  'owns',
  'details',
  'errormessage',
  'keyshortcuts',
]

/** `aria-label` in WXML arrives as the property ariaLabel; the role is called aria-role there. */
const ATTRIBUTES: Record<string, string> = {
  ariaRole: 'role',
  ...Object.fromEntries(STATES.map((state) => [`aria${state[0]?.toUpperCase()}${state.slice(1)}`, `aria-${state}`])),
}

export const ARIA_PROPERTIES = Object.fromEntries(Object.keys(ATTRIBUTES).map((name) => [name, null]))

/** Passes accessibility attributes through to the DOM, so that axe and screen readers see what a phone's would. */
export function applyAria({ $$: node, data }: Builtin): void {
  for (const [property, attribute] of Object.entries(ATTRIBUTES)) {
    const value = data[property] as unknown
    if (value === null || value === undefined || value === '') node.removeAttribute(attribute)
    else node.setAttribute(attribute, String(value))
  }
  // what announces itself as a control must be reachable without a finger
  if (/^(button|checkbox|radio|switch|tab|link|option)$/.test(String(data.ariaRole ?? ''))) node.tabIndex = 0
}
