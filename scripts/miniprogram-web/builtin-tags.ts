/** Tags that the runtime defines (runtime/builtins/). Their DOM element is <wx-TAG>: an <input> of the browser cannot hold children. */
export const BUILTIN_TAGS: ReadonlySet<string> = new Set([
  'view', 'text', 'button', 'image', 'icon', 'scroll-view', 'swiper', 'swiper-item', 'input', 'textarea',
  'picker', 'picker-view', 'picker-view-column', 'form', 'checkbox', 'checkbox-group', 'radio', 'radio-group',
  'switch', 'slider', 'label', 'progress', 'navigator', 'rich-text', 'canvas', 'cover-view', 'root-portal',
  'page-meta', 'page-container', 'match-media', 'share-element',
])

/** Tags of the template language itself. */
export const TEMPLATE_TAGS: ReadonlySet<string> = new Set(['block', 'slot', 'template', 'import', 'include', 'wxs'])
