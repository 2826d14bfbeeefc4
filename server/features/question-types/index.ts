/** What other features may use. */
export { checkTemplate } from './number/check-template.js'
export { makeVariant, type Variant } from './number/make-variant.js'
export { markNumeracy } from './number/mark-numeracy.js'
export { seededPick } from './seeded-pick.js'
