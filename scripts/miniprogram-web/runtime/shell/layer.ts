import { h } from '../dom.js'

/** Above the pages: toasts, modals, sheets. */
export const layer = h('div', { className: 'mp-layer' })
