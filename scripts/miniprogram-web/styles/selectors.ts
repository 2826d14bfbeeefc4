import selectorParser from 'postcss-selector-parser'
import { BUILTIN_TAGS } from '../builtin-tags.js'

interface Scope {
  /** class prefix of a component, empty when its styles are shared */
  scope: string
  /** set for page styles, which must not reach the page below */
  pageRoute?: string | undefined
}

/** WXSS selector → CSS: prefixed classes, <view> → <wx-view>, :host, and page styles kept to their page (`:where` adds no weight). */
export function selectorTransform({ scope, pageRoute }: Scope) {
  const ownPage = pageRoute && `wx-page[data-route="${pageRoute}"]`
  return selectorParser((selectors) =>
    selectors.each((selector) => {
      renameNodes(selector, scope)
      if (!ownPage) return
      if (!namesThePage(selector)) return void selector.prepend(selectorParser.tag({ value: `:where(${ownPage}) ` }))
      selector.walkTags((tag) => {
        if (tag.value === 'wx-page') tag.value = ownPage
      })
    }),
  )
}

function renameNodes(selector: selectorParser.Selector, scope: string) {
  selector.walk((node) => {
    if (node.type === 'class' && scope) node.value = `${scope}--${node.value}`
    else if (node.type === 'tag' && (node.value === 'page' || BUILTIN_TAGS.has(node.value)))
      node.value = `wx-${node.value}`
    else if (node.type === 'pseudo' && node.value === ':host') node.replaceWith(hostAttribute(scope))
  })
}

const hostAttribute = (scope: string) =>
  selectorParser.attribute({ attribute: 'wx-host', operator: '=', value: scope, quoteMark: '"', raws: {} })

function namesThePage(selector: selectorParser.Selector) {
  let found = false
  selector.walkTags((tag) => {
    found ||= tag.value === 'wx-page'
  })
  return found
}
